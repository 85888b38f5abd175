package casebook.command.handling;

import casebook.events.CasebookEvent;
import casebook.http.Caller;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * What all aggregates have in common: the order in which a command is judged. What it is about must exist for the caller; a repeat is recognised; the
 * version must match; there must be room for more; only then does the decider decide.
 *
 * @param <E> the events of the aggregate's stream
 */
public abstract class Decided<E> {

    private final Requests<E> requests = new Requests<>(this::isRepeat);
    private final Contents<E> contents = new Contents<>();
    private long version;

    /** @param proposed the event that the command asks for */
    protected final Outcome decide(MetaData metadata, E proposed, Supplier<Decision> decider) {
        return decide(existsFor(Terms.in(metadata).caller()), metadata, proposed, decider);
    }

    /** @param exists whether what the command is about exists for the caller, where that is another question than for most commands */
    protected final Outcome decide(boolean exists, MetaData metadata, E proposed, Supplier<Decision> decider) {
        if (!exists) {
            return new Outcome.Refused(new Refusal.Unknown());
        }
        var terms = Terms.in(metadata);
        return requests.recognise(terms.request(), proposed).orElseGet(() -> {
            if (!terms.match(version)) {
                return new Outcome.Refused(new Refusal.VersionMismatch(version));
            }
            var full = full();
            if (full != null && isFullFor(terms.caller())) {
                return new Outcome.Refused(new Refusal.Conflict(full));
            }
            return switch (decider.get()) {
                case Decision.Happen(var consequences) -> happen(proposed, consequences);
                case Decision.Nothing() -> new Outcome.Unchanged(standing());
                case Decision.Refuse(var refusal) -> new Outcome.Refused(refusal);
            };
        });
    }

    /** Records the event without asking a decider: for what creates the aggregate. */
    protected final Outcome happen(E event) {
        return happen(event, List.of());
    }

    private Outcome happen(E event, List<CasebookEvent> consequences) {
        AggregateLifecycle.apply(event);
        consequences.forEach(AggregateLifecycle::apply);
        return new Outcome.Recorded(standing());
    }

    /** To be called after each event was taken into the state. */
    protected final void happened(E event, long sequence, @Nullable String request) {
        version = sequence + 1;
        contents.add(event);
        if (request != null) {
            requests.remember(UUID.fromString(request), event, standing());
        }
    }

    protected final long version() {
        return version;
    }

    protected final boolean isFullFor(Caller caller) {
        return contents.leaveNoRoomFor(caller);
    }

    /** The slug by which more is refused once it is full; null for what nobody shows as a whole, which is never full. */
    protected @Nullable String full() {
        return null;
    }

    /** Whether what is asked for under a known id is what was recorded under it. */
    protected boolean isRepeat(E first, E asked) {
        return first.equals(asked);
    }

    /** Whether it exists, as far as this caller may know. */
    protected abstract boolean existsFor(Caller caller);

    protected abstract Standing standing();
}
