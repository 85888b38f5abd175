package casebook.query.statistics;

import casebook.events.Item;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a year can be told apart by. */
public enum GroupBy {
    PROVINCE,
    STATION,
    CATEGORY,
    SOURCE,
    MONTH,
    /** An incident stands in the row of every item that was seized in it. */
    ITEM;

    private final String key = name().toLowerCase(Locale.ROOT);

    public static Optional<GroupBy> of(String key) {
        return Arrays.stream(values()).filter(group -> group.key.equals(key)).findFirst();
    }

    /** The name in requests and answers. */
    public String key() {
        return key;
    }

    /** @return empty where the report names none */
    String valueOf(LocalDate day, Cell cell, Optional<Item> item) {
        return switch (this) {
            case PROVINCE -> cell.province().value();
            case STATION -> cell.station().value();
            case CATEGORY -> cell.category().name();
            case SOURCE -> cell.source() == null ? "" : cell.source().name();
            case MONTH -> YearMonth.from(day).toString();
            case ITEM -> item.map(Item::name).orElse("");
        };
    }
}
