package casebook.query.statistics.web;

import casebook.events.Category;
import casebook.query.exports.Format;
import casebook.query.statistics.GroupBy;
import casebook.query.statistics.YearlyQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables there are, each made of yearly figures. */
enum TableKind {
    YEARLY {
        @Override
        YearlyQuery query(YearlyQuery asked) {
            return asked;
        }

        @Override
        Format[] files() {
            return new Format[] {Format.CSV, Format.XLSX, Format.PDF};
        }

        @Override
        Object view(KnownTable table) {
            return YearlyTableView.of(table);
        }

        @Override
        SheetRows rows(KnownTable table) {
            return YearlySheet.of(table);
        }
    },
    /** Seizures of drugs as UNODC asks for them (individual drug seizures, annual report questionnaire). */
    SEIZURES {
        @Override
        YearlyQuery query(YearlyQuery asked) {
            return asked.groupedBy(List.of(GroupBy.ITEM));
        }

        @Override
        Object view(KnownTable table) {
            return DrugSeizuresView.of(table);
        }

        @Override
        SheetRows rows(KnownTable table) {
            return DrugSeizuresView.of(table).sheet();
        }
    },
    /** Trafficking in persons as UNODC asks for it (questionnaire for the global report). */
    TRAFFICKING {
        @Override
        YearlyQuery query(YearlyQuery asked) {
            return asked.groupedBy(List.of()).of(Category.HUMAN_TRAFFICKING);
        }

        @Override
        Object view(KnownTable table) {
            return TraffickingView.of(table);
        }

        @Override
        SheetRows rows(KnownTable table) {
            return TraffickingView.of(table).sheet();
        }
    };

    private final String key = name().toLowerCase(Locale.ROOT);

    static Optional<TableKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** Its name in codes and files. */
    String key() {
        return key;
    }

    Format[] files() {
        return new Format[] {Format.CSV, Format.XLSX};
    }

    /** What is read for what was asked for. */
    abstract YearlyQuery query(YearlyQuery asked);

    /** As it is answered in JSON. */
    abstract Object view(KnownTable table);

    abstract SheetRows rows(KnownTable table);
}
