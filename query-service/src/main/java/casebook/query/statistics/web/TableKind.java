package casebook.query.statistics.web;

import casebook.events.Category;
import casebook.query.exports.Format;
import casebook.query.statistics.GroupBy;
import casebook.query.statistics.YearlyQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables there are. */
enum TableKind {
    YEARLY(Format.CSV, Format.XLSX, Format.PDF),
    /** Seizures of drugs as UNODC asks for them (individual drug seizures, annual report questionnaire). */
    SEIZURES(Format.CSV, Format.XLSX),
    /** Trafficking in persons as UNODC asks for it (questionnaire for the global report). */
    TRAFFICKING(Format.CSV, Format.XLSX),
    /** How soon incidents were reported. */
    TIMELINESS(Format.CSV, Format.XLSX),
    /** How many case files were opened and closed. */
    CLEARANCE(Format.CSV, Format.XLSX);

    private final String key = name().toLowerCase(Locale.ROOT);
    private final List<Format> files;

    TableKind(Format... files) {
        this.files = List.of(files);
    }

    static Optional<TableKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** Its name in codes and files. */
    String key() {
        return key;
    }

    /** What it is exported as. */
    Format[] files() {
        return files.toArray(Format[]::new);
    }

    /** What is read for what was asked for. */
    YearlyQuery query(YearlyQuery asked) {
        return switch (this) {
            case YEARLY -> asked;
            case SEIZURES -> asked.groupedBy(List.of(GroupBy.ITEM));
            case TRAFFICKING -> asked.groupedBy(List.of()).of(Category.HUMAN_TRAFFICKING);
            case TIMELINESS, CLEARANCE -> asked.groupedBy(List.of());
        };
    }
}
