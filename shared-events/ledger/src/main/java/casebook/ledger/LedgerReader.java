package casebook.ledger;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ledger; every method blocks. What it returns is held by a majority and will never change. An index counts events from 0,
 * the position is the number of events.
 */
public final class LedgerReader {

    private final LedgerCollection ledger;
    private final AggregateQueries aggregates;
    private final LedgerSerializer serializer;
    private final EventUpcaster upcasters;

    public LedgerReader(
            MongoDatabase database, LedgerSerializer serializer, EventUpcaster upcasters, LedgerProperties properties) {
        this.ledger = new LedgerCollection(database, properties.readBatch());
        this.aggregates = new AggregateQueries(ledger);
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** The number of events in the ledger. */
    public long position() {
        return ledger.position();
    }

    /** The index of an aggregate's event; empty if there is none with this sequence number. */
    public OptionalLong indexOf(String aggregate, long sequence) {
        return aggregates.event(aggregate, sequence).stream()
                .mapToLong(LedgerLine::index)
                .findFirst();
    }

    /** The event of an aggregate that has this sequence number, upcast, with its index as tracking token; empty if there is none. */
    public Optional<DomainEventMessage<?>> event(String aggregate, long sequence) {
        return read(stored(aggregates.event(aggregate, sequence).stream())).findFirst();
    }

    /** The highest sequence number of an aggregate; empty if it has no event. */
    public OptionalLong lastSequence(String aggregate) {
        return aggregates.lastSequence(aggregate);
    }

    /** The ledger position after an event that was read here. */
    public static long positionAfter(DomainEventMessage<?> event) {
        return ((TrackedEventMessage<?>) event).trackingToken().position().orElseThrow() + 1;
    }

    /** The events from an index up to another, or up to where the ledger ends, if that comes first. */
    public LedgerLines lines(long fromIndex, long toIndexExclusive) {
        CommitCursor cursor = ledger.events(fromIndex, toIndexExclusive);
        return new LedgerLines(cursor::next, cursor::close);
    }

    /** The events of one or several aggregates, in ledger order, before an index. */
    public LedgerLines lines(Collection<String> aggregateIds, long toIndexExclusive) {
        MongoCursor<StoredCommit> commits =
                aggregates.commits(aggregateIds, toIndexExclusive).cursor();
        return new LedgerLines(() -> linesBefore(toIndexExclusive, commits), commits::close);
    }

    /** The events of an aggregate before an index, upcast, in order; their payloads are read when asked for. */
    public List<DomainEventMessage<?>> events(String aggregate, long toIndexExclusive) {
        return read(domainEvents(aggregate, 0, toIndexExclusive)).toList();
    }

    private Stream<DomainEventMessage<?>> read(Stream<StoredEvent.OfAggregate> stored) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(stored, serializer, upcasters)
                .asStream()
                .map(event -> event);
    }

    /**
     * The index of the first event that was recorded after an instant, which is the position if none was. Where clocks disagreed, it is
     * the first event with a later time: events behind it may have earlier ones.
     */
    public long firstIndexAfter(Instant instant) {
        return firstIndexLaterThan(Times.floor(instant));
    }

    /** The index of the first event that was recorded at an instant or after it; the position if none was. */
    public long firstIndexFrom(Instant instant) {
        return firstIndexLaterThan(Times.ceiling(instant) - 1);
    }

    /** No event before an index was recorded later than this, to the millisecond; the epoch if there is none. */
    public Instant latestBefore(long index) {
        return ledger.headBefore(index).time();
    }

    LedgerCollection collection() {
        return ledger;
    }

    Stream<StoredEvent.OfAggregate> domainEvents(String aggregate, long firstSequence, long toIndexExclusive) {
        return stored(aggregates.events(aggregate, firstSequence, toIndexExclusive).stream());
    }

    private static Stream<StoredEvent.OfAggregate> stored(Stream<LedgerLine> lines) {
        return lines.map(StoredEvent::of)
                .filter(StoredEvent.OfAggregate.class::isInstance)
                .map(StoredEvent.OfAggregate.class::cast);
    }

    private long firstIndexLaterThan(long millis) {
        // Read first: what is appended in between is later than this position.
        long position = ledger.position();
        StoredCommit commit = ledger.firstLaterThan(millis);
        return commit == null
                ? position
                : commit.lines().stream()
                        .map(LedgerLine::parse)
                        .filter(line -> line.time().toEpochMilli() > millis)
                        .mapToLong(LedgerLine::index)
                        .findFirst()
                        .orElseThrow(() ->
                                new BrokenLedger("The time of commit " + commit.index() + " is none of its events'"));
    }

    private static @Nullable List<LedgerLine> linesBefore(long toIndexExclusive, MongoCursor<StoredCommit> commits) {
        return commits.hasNext()
                ? commits.next().lines().stream()
                        .map(LedgerLine::parse)
                        .filter(line -> line.index() < toIndexExclusive)
                        .toList()
                : null;
    }
}
