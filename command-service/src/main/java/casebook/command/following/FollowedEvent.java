package casebook.command.following;

import casebook.command.handling.Origin;
import casebook.events.CasebookEvent;
import casebook.http.Role;
import java.time.Instant;
import java.util.Collection;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/** An event as a follower gets it. Its payload is read when it is asked for: a follower that can do without saves the time. */
public final class FollowedEvent {

    private final DomainEventMessage<?> message;

    private FollowedEvent(DomainEventMessage<?> message) {
        this.message = message;
    }

    static FollowedEvent of(EventMessage<?> message) {
        return new FollowedEvent((DomainEventMessage<?>) message);
    }

    /** The class that the event is read as, told without reading it. */
    public Class<?> type() {
        return message.getPayloadType();
    }

    public String aggregate() {
        return message.getAggregateIdentifier();
    }

    /** Its number within its aggregate. */
    public long sequence() {
        return message.getSequenceNumber();
    }

    public CasebookEvent event() {
        return (CasebookEvent) message.getPayload();
    }

    /** When it was recorded. */
    public Instant at() {
        return message.getTimestamp();
    }

    /** Whether it was asked for in this role. */
    public boolean isBy(Role role) {
        return message.getMetaData().get(Origin.ROLES) instanceof Collection<?> roles && roles.contains(role.name());
    }
}
