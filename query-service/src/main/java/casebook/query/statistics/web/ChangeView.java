package casebook.query.statistics.web;

import casebook.query.statistics.Count;
import casebook.query.statistics.Difference;
import casebook.query.statistics.Measures;
import casebook.query.statistics.SeizedItem;
import casebook.query.statistics.Tally;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has changed in a row since the year before: every measure by its name, values by currency, quantities by item and unit. A
 * currency or item that only one of the two years has counts as zero in the other.
 */
record ChangeView(@JsonIgnore Map<String, Amount> counts, List<Value> value, List<Seized> seizures) {

    @JsonAnyGetter
    Map<String, Amount> members() {
        return counts;
    }

    static ChangeView between(Measures before, Measures after) {
        var counts = new LinkedHashMap<String, Amount>();
        for (var count : Count.values()) {
            counts.put(
                    count.key(),
                    Amount.between(BigDecimal.valueOf(before.of(count)), BigDecimal.valueOf(after.of(count))));
        }
        return new ChangeView(counts, value(before, after), seizures(before, after));
    }

    private static List<Value> value(Measures before, Measures after) {
        return union(before.value().keySet(), after.value().keySet()).stream()
                .map(currency -> Value.of(currency.value(), amount(before.value(), after.value(), currency)))
                .sorted(Comparator.comparing(Value::currency))
                .toList();
    }

    private static List<Seized> seizures(Measures before, Measures after) {
        return union(before.seizures().keySet(), after.seizures().keySet()).stream()
                .map(seized -> Seized.of(seized, amount(before.seizures(), after.seizures(), seized)))
                .sorted(Comparator.comparing(Seized::item).thenComparing(Seized::unit))
                .toList();
    }

    private static <K> Amount amount(Map<K, Tally> before, Map<K, Tally> after, K key) {
        return Amount.between(Tally.sumOf(before.get(key)), Tally.sumOf(after.get(key)));
    }

    private static <K> Set<K> union(Set<K> some, Set<K> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /**
     * A change.
     *
     * @param absolute an exact decimal
     * @param percent of the year before, rounded half up to two decimal places; absent where that is zero
     */
    record Amount(String absolute, @Nullable String percent) {

        static Amount between(BigDecimal before, BigDecimal after) {
            var difference = new Difference(before, after);
            return new Amount(
                    Tally.text(difference.absolute()),
                    difference.percent().map(Tally::text).orElse(null));
        }
    }

    /** A change of the value of what was seized, in one currency. */
    record Value(String currency, String absolute, @Nullable String percent) {

        static Value of(String currency, Amount change) {
            return new Value(currency, change.absolute(), change.percent());
        }
    }

    /** A change of how much of an item was seized, in one of the reported units. */
    record Seized(String item, String absolute, @Nullable String percent, String unit) {

        static Seized of(SeizedItem seized, Amount change) {
            return new Seized(
                    seized.item().name(),
                    change.absolute(),
                    change.percent(),
                    seized.unit().name());
        }
    }
}
