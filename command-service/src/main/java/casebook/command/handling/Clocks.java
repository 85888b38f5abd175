package casebook.command.handling;

import casebook.events.DeadlineKind;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which event of an aggregate's stream the time for each thing that it owes runs from: its sequence number is the clock's name. Where nothing is said it is the
 * first event.
 */
public record Clocks(Map<Owed, Long> begun) {

    public static final Clocks NONE = new Clocks(Map.of());

    /** @param part what of the aggregate, where it may owe the same kind several times at once */
    public record Owed(DeadlineKind kind, @Nullable UUID part) {}

    public Clocks {
        begun = Map.copyOf(begun);
    }

    /** With the clock that an event of this sequence number began, in the place of the one before. */
    public Clocks begin(Owed owed, long sequence) {
        var next = new HashMap<>(begun);
        next.put(owed, sequence);
        return new Clocks(next);
    }

    /**
     * Whether it is this clock that counts.
     *
     * @param clock null for one without a name, which may be any
     */
    public boolean isCurrent(Owed owed, @Nullable Long clock) {
        return clock == null || clock.equals(begun.getOrDefault(owed, 0L));
    }
}
