package casebook.query.stream;

import casebook.http.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes that follow each other. What is told of them is made once for all to whom they look the same. */
final class ChangePage {

    private final long from;
    private final long to;
    private final List<Change> changes;
    private final EventText text;
    private final Set<String> officers;
    private final Map<Eyes, byte[]> told = new ConcurrentHashMap<>();

    /** @param to the position after the last event that was looked at */
    ChangePage(long from, long to, List<Change> changes, EventText text) {
        this.from = from;
        this.to = to;
        this.changes = changes;
        this.text = text;
        this.officers = changes.stream()
                .flatMap(change -> change.known().values().stream())
                .map(Whereabouts::officers)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    /** The events that this audience may see; of no length if there are none. */
    byte[] toldTo(Audience audience) {
        return told.computeIfAbsent(eyes(audience), _ -> text.of(seenBy(audience)));
    }

    List<ChangeView> seenBy(Audience audience) {
        return changes.stream()
                .flatMap(change -> change.seenBy(audience).stream())
                .toList();
    }

    private Eyes eyes(Audience audience) {
        var name = audience.caller().name();
        return new Eyes(audience.scope(), audience.auditor(), officers.contains(name) ? name : null);
    }

    /**
     * All that what is seen depends on.
     *
     * @param officer the name, where something that this page tells of is sealed for the officer
     */
    private record Eyes(
            Scope scope, boolean auditor, @Nullable String officer) {}
}
