package casebook.query.statistics;

import casebook.events.Item;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The figures of some incidents together, and once more by what was seized in them. An incident counts with every item of which it
 * has a seizure, once; values and quantities count with their own item alone. What comes to nothing is left out. With them go the
 * times that it took to report the incidents.
 */
public final class Breakdown {

    private final Measures all = new Measures();
    private final Map<Optional<Item>, Measures> byItem = new HashMap<>();
    private final Durations delays = new Durations();

    /** Of one incident. */
    static Breakdown of(Measures counts, Collection<Seized> seizures, Durations delays) {
        var breakdown = new Breakdown();
        breakdown.all.add(counts);
        breakdown.delays.add(delays);
        seizures.forEach(breakdown.all::add);
        if (seizures.isEmpty()) {
            breakdown.add(Optional.empty(), counts);
        }
        seizures.stream()
                .map(Seized::item)
                .distinct()
                .forEach(item -> breakdown.add(Optional.of(item), ofItem(item, counts, seizures)));
        return breakdown;
    }

    /** Of one case file with incidents in these groups: by item, or where nothing was seized. */
    static Breakdown ofCase(Set<Optional<Item>> itemGroups) {
        var counts = new Measures().add(Count.CASES, 1);
        var breakdown = new Breakdown();
        breakdown.all.add(counts);
        itemGroups.forEach(group -> breakdown.add(group, counts));
        return breakdown;
    }

    private static Measures ofItem(Item item, Measures counts, Collection<Seized> seizures) {
        var measures = new Measures().add(counts);
        seizures.stream().filter(seized -> seized.item() == item).forEach(measures::add);
        return measures;
    }

    public Measures all() {
        return all;
    }

    /** Under nothing, the figures of the incidents in which nothing was seized. */
    public Map<Optional<Item>, Measures> byItem() {
        return Collections.unmodifiableMap(byItem);
    }

    /** From occurrence to filing; of what was imported there is none. */
    public Durations delays() {
        return delays;
    }

    public Breakdown add(Breakdown other) {
        all.add(other.all);
        delays.add(other.delays);
        other.byItem.forEach(this::add);
        return this;
    }

    public Breakdown subtract(Breakdown other) {
        all.subtract(other.all);
        delays.subtract(other.delays);
        other.byItem.forEach((item, measures) -> add(item, new Measures().subtract(measures)));
        return this;
    }

    /** Adds to the figures of an item, and not to those of all. */
    public Breakdown add(Optional<Item> item, Measures measures) {
        var sum = byItem.computeIfAbsent(item, _ -> new Measures()).add(measures);
        if (sum.isZero()) {
            byItem.remove(item);
        }
        return this;
    }
}
