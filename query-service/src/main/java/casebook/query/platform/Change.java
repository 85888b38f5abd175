package casebook.query.platform;

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
}
