package casebook.ledger;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event storage on the ledger. An append returns when a majority has it in its journal, and throws
 *
 * <ul>
 *   <li>{@link org.axonframework.modelling.command.AggregateStreamCreationException} or
 *       {@link org.axonframework.modelling.command.ConcurrencyException} if the ledger has an event of that aggregate with that sequence
 *       number (0, or a later one): nothing was written;
 *   <li>{@link LineTooLong} or {@link AppendTooLarge}: nothing was written;
 *   <li>{@link LedgerUntrusted} if the stored ledger is not the one that was signed: nothing was written;
 *   <li>{@link OutcomeUnknown} if there was no definite answer in time.
 * </ul>
 *
 * <p>Events that are read carry their index as a tracking token, those of an aggregate too: they are
 * {@link org.axonframework.eventhandling.TrackedEventMessage}s. What it does not do: look for an event id that another append has used,
 * take part in a transaction, or undo an append when the unit of work rolls back afterwards.
 */
public final class LedgerEventStorageEngine extends AbstractEventStorageEngine {

    /** Where the root unit of work keeps the position after its last append, a {@link Long}. */
    public static final String POSITION_RESOURCE = "casebook.ledger.position";

    private final LedgerWriter writer;
    private final LedgerReader reader;
    private final SnapshotCollection snapshots;

    private LedgerEventStorageEngine(Builder builder) {
        super(builder);
        this.writer = builder.writer;
        this.reader = builder.reader;
        this.snapshots = new SnapshotCollection(builder.database);
    }

    /**
     * An engine needs all of these; upcasters and a snapshot filter can be added.
     *
     * @param database where snapshots are kept
     * @param serializer writes events and snapshots
     */
    public static Builder builder(
            MongoDatabase database, LedgerWriter writer, LedgerReader reader, LedgerSerializer serializer) {
        return new Builder(database, writer, reader, serializer);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<PendingEvent> pending = events.stream()
                .map(event -> PendingEvent.render(event, serializer))
                .toList();
        try {
            publish(await(pending) + 1);
        } catch (DuplicateEvent e) {
            handlePersistenceException(e, events.get(e.place()));
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregate, long firstSequence) {
        var events = super.readEvents(aggregate, firstSequence);
        return DomainEventStream.of(
                events.asStream().map(LedgerEventStorageEngine::ofItsRecord), events::getLastSequenceNumber);
    }

    /** An aggregate's handlers go by the class of an event: where several are stored under the name of one interface, only reading it tells. */
    private static DomainEventMessage<?> ofItsRecord(DomainEventMessage<?> event) {
        return event.getPayloadType().isInterface()
                ? new GenericDomainEventMessage<>(
                        event.getType(),
                        event.getAggregateIdentifier(),
                        event.getSequenceNumber(),
                        event.getPayload(),
                        event.getMetaData(),
                        event.getIdentifier(),
                        event.getTimestamp())
                : event;
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshot, serializer);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregate, long firstSequence) {
        return reader.domainEvents(aggregate, firstSequence, Long.MAX_VALUE);
    }

    /** Ends where the ledger ends: waiting at the tail is the business of {@link LedgerMessageSource}. */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        return reader.lines(Tokens.indexAfter(token), Long.MAX_VALUE).stream().map(StoredEvent::of);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        return snapshots.read(aggregate).stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        return reader.lastSequence(aggregate).stream().boxed().findFirst();
    }

    @Override
    public TrackingToken createTailToken() {
        return Tokens.before(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return Tokens.before(reader.position());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return Tokens.before(reader.firstIndexFrom(instant));
    }

    private long await(List<PendingEvent> events) {
        try {
            return writer.append(events).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new EventStoreException("Append failed", e);
        }
    }

    private static void publish(long position) {
        CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(POSITION_RESOURCE, position));
    }

    /** Builds an engine. */
    public static final class Builder extends AbstractEventStorageEngine.Builder {

        private final MongoDatabase database;
        private final LedgerWriter writer;
        private final LedgerReader reader;

        private Builder(MongoDatabase database, LedgerWriter writer, LedgerReader reader, LedgerSerializer serializer) {
            this.database = database;
            this.writer = writer;
            this.reader = reader;
            super.eventSerializer(serializer);
            super.snapshotSerializer(serializer);
            super.persistenceExceptionResolver(DuplicateEvent.class::isInstance);
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasters) {
            super.upcasterChain(upcasters);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter filter) {
            super.snapshotFilter(filter);
            return this;
        }

        @Override
        public Builder persistenceExceptionResolver(PersistenceExceptionResolver resolver) {
            super.persistenceExceptionResolver(resolver);
            return this;
        }

        public LedgerEventStorageEngine build() {
            return new LedgerEventStorageEngine(this);
        }
    }
}
