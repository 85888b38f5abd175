package casebook.query.platform;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** A member that an event changed; absent is what was not there. */
public record Change(
        String field, @Nullable Object from, @Nullable Object to) {

    /** What differs between two folds, each as its members by name, absent ones left out. */
    public static List<Change> between(Map<String, Object> before, Map<String, Object> after) {
        SequencedSet<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field -> new Change(field, before.get(field), after.get(field)))
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
