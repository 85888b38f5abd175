package casebook.query.statistics;

import java.util.Locale;

/** The figures that are whole numbers, in the order of the table. */
public enum Count {
    INCIDENTS,
    /** Case files; they are counted over a whole case, never added up from incidents. */
    CASES,
    SUBJECTS,
    ARRESTED,
    VICTIMS,
    RESCUED,
    MIGRANTS,
    VEHICLES,
    ENTERPRISES;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name of the figure in documents. */
    public String key() {
        return key;
    }
}
