package casebook.query.statistics;

import casebook.events.CurrencyCode;
import java.util.Comparator;

/** One number among those of a row. */
public sealed interface Figure {

    /** As the figures stand in a table: counts, then values by currency, then quantities by item and unit. */
    Comparator<Figure> TABLE_ORDER = Comparator.comparing(Figure::place);

    /** The name of the measure in answers. */
    String measure();

    private String place() {
        return switch (this) {
            case Number(var count) -> "1 %03d".formatted(count.ordinal());
            case Worth(var currency) -> "2 " + currency;
            case Amount(var seized) -> "3 " + seized.item() + " " + seized.unit();
        };
    }

    /** How many. */
    record Number(Count count) implements Figure {
        @Override
        public String measure() {
            return count.key();
        }
    }

    /** The value of what was seized, in one currency. */
    record Worth(CurrencyCode currency) implements Figure {
        @Override
        public String measure() {
            return "value";
        }
    }

    /** How much of an item was seized, in one of the reported units. */
    record Amount(SeizedItem seized) implements Figure {
        @Override
        public String measure() {
            return "seizures";
        }
    }
}
