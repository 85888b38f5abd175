package casebook.query.platform;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** A member that an event changed; absent is what was not there. Of a list, {@code from} has what was taken out and {@code to} what came in. */
public record Change(
        String field, @Nullable Object from, @Nullable Object to) {

    /** What differs between two folds, each as its members by name, absent ones left out. */
    public static List<Change> between(Map<String, Object> before, Map<String, Object> after) {
        SequencedSet<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field -> between(field, before.get(field), after.get(field)))
                .toList();
    }

    /** A history that repeated a list with each event that adds to it would be as long as its square. */
    private static Change between(String field, @Nullable Object before, @Nullable Object after) {
        if (before instanceof List<?> former && after instanceof List<?> present) {
            var same = alikeAtFirst(former, present);
            var gone = without(former, present, same);
            var come = without(present, former, same);
            // An order may have changed, and nothing else.
            if (!gone.isEmpty() || !come.isEmpty()) {
                return new Change(field, gone.isEmpty() ? null : gone, come.isEmpty() ? null : come);
            }
        }
        return new Change(field, before, after);
    }

    private static int alikeAtFirst(List<?> one, List<?> other) {
        int alike = 0;
        while (alike < one.size() && alike < other.size() && one.get(alike).equals(other.get(alike))) {
            alike++;
        }
        return alike;
    }

    /** What a list has more of than another, behind what both begin with. */
    private static List<?> without(List<?> list, List<?> other, int same) {
        var left = new HashMap<Object, Integer>();
        other.subList(same, other.size()).forEach(element -> left.merge(element, 1, Integer::sum));
        return list.subList(same, list.size()).stream()
                .filter(element -> left.merge(element, -1, Integer::sum) < 0)
                .toList();
    }

    /** The members that say something: not null, and no empty list or map. */
    public static Map<String, Object> present(Map<String, ? extends @Nullable Object> members) {
        var present = new LinkedHashMap<String, Object>();
        members.forEach((name, value) -> {
            if (value != null && !List.of().equals(value) && !Map.of().equals(value)) {
                present.put(name, value);
            }
        });
        return present;
    }
}
