package casebook.query.statistics.web;

import casebook.events.Category;
import casebook.query.exports.Format;
import casebook.query.platform.Parameters;
import casebook.query.statistics.GroupBy;
import casebook.query.statistics.YearlyQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Names what is asked for and would be passed over: other groups than the table has, or another category than it is of. */
    void refuse(YearlyQuery asked, Parameters parameters) {
        if (this != YEARLY) {
            Stream.of("groupBy", "compare")
                    .filter(parameters::has)
                    .forEach(name -> parameters.reject(name, "not-here"));
        }
        if (this == TRAFFICKING && asked.category() != null && asked.category() != Category.HUMAN_TRAFFICKING) {
            parameters.reject("category", "not-here");
        }
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
