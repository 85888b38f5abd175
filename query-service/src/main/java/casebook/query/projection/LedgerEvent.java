package casebook.query.projection;

import casebook.events.CasebookEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * An event with its place in the ledger.
 *
 * @param index counted from 0 over the whole ledger
 * @param sequence counted from 0 within the aggregate; the aggregate's version after the event is one more
 * @param metadata actor, roles, station, request, correlation, causation and client, where they are known; never changed
 */
public record LedgerEvent(
        long index,
        String id,
        Instant at,
        String aggregate,
        long sequence,
        CasebookEvent event,
        Map<String, Object> metadata) {

    /** The event of a message that was read from the ledger. */
    static LedgerEvent of(EventMessage<?> message) {
        var ofAggregate = (DomainEventMessage<?>) message;
        return new LedgerEvent(
                ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow(),
                message.getIdentifier(),
                message.getTimestamp(),
                ofAggregate.getAggregateIdentifier(),
                ofAggregate.getSequenceNumber(),
                (CasebookEvent) message.getPayload(),
                message.getMetaData());
    }

    /** The number of events in the ledger up to and with this one. */
    public long position() {
        return index + 1;
    }

    /** Whether the event was recorded for a caller of this role. */
    public boolean isBy(String role) {
        return metadata.get("roles") instanceof Collection<?> roles && roles.contains(role);
    }

    /** A value of the metadata, such as {@code actor} or {@code station}. */
    public @Nullable String text(String key) {
        return metadata.get(key) instanceof Object value ? value.toString() : null;
    }
}
