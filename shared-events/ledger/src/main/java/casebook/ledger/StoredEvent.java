package casebook.ledger;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** A line as Axon wants it: metadata and data stay JSON until somebody asks for the objects. The token is the event's index. */
sealed class StoredEvent implements TrackedEventData<String> {

    final LedgerLine line;

    private StoredEvent(LedgerLine line) {
        this.line = line;
    }

    static StoredEvent of(LedgerLine line) {
        return line.aggregateType() == null ? new StoredEvent(line) : new OfAggregate(line, line.aggregateType());
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(line.index());
    }

    @Override
    public String getEventIdentifier() {
        return line.id();
    }

    @Override
    public Instant getTimestamp() {
        return line.time();
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return new SerializedMetaData<>(line.metadata(), String.class);
    }

    @Override
    public SerializedObject<String> getPayload() {
        return new SimpleSerializedObject<>(line.data(), String.class, line.type(), line.revision());
    }

    /** Axon tells an event of an aggregate from another by the type of this object. */
    static final class OfAggregate extends StoredEvent implements DomainEventData<String> {

        private final String type;

        private OfAggregate(LedgerLine line, String type) {
            super(line);
            this.type = type;
        }

        @Override
        public String getType() {
            return type;
        }

        @Override
        public String getAggregateIdentifier() {
            return line.aggregate();
        }

        @Override
        public long getSequenceNumber() {
            return line.sequence();
        }
    }
}
