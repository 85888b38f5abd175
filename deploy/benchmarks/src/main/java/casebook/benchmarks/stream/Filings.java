package casebook.benchmarks.stream;

import casebook.events.Category;
import casebook.events.EventCatalogue;
import casebook.events.EventJson;
import casebook.events.IncidentDetails;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.Place;
import casebook.events.Source;
import casebook.ledger.LedgerEventStorageEngine;
import casebook.ledger.LedgerProperties;
import casebook.ledger.LedgerReader;
import casebook.ledger.LedgerSerializer;
import casebook.ledger.LedgerTail;
import casebook.ledger.LedgerWriter;
import casebook.ledger.StoredTypes;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** The only one who appends, so that it is known when the event at each position was acknowledged. */
final class Filings implements AutoCloseable {

    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
    private static final OffsetDateTime OCCURRED = OffsetDateTime.parse("2020-12-31T08:00:00+07:00");

    private final LedgerTail tail;
    private final LedgerWriter writer;
    private final LedgerEventStorageEngine engine;
    private final AtomicLongArray acknowledged;
    private int filed;

    Filings(MongoDatabase database, int most) {
        var registry = new SimpleMeterRegistry();
        var properties = LedgerProperties.DEFAULTS;
        var types = StoredTypes.builder();
        EventCatalogue.entries().forEach(entry -> types.type(entry.type(), entry.name(), entry.revision()));
        var serializer = new LedgerSerializer(types.build(), EventJson.mapper());
        tail = new LedgerTail(database, properties, registry);
        writer = new LedgerWriter(database, properties, registry, tail);
        var reader = new LedgerReader(database, serializer, NoOpEventUpcaster.INSTANCE, properties);
        engine = LedgerEventStorageEngine.builder(database, writer, reader, serializer)
                .build();
        acknowledged = new AtomicLongArray(most + 1);
    }

    /** Files together, in one commit. */
    void file(int count) {
        engine.appendEvents(
                IntStream.range(filed, filed + count).mapToObj(Filings::message).toList());
        var now = System.nanoTime();
        for (int number = 0; number < count; number++) {
            acknowledged.set(++filed, now);
        }
    }

    /** The position after the last. */
    int filed() {
        return filed;
    }

    /** How long after its acknowledgement it is that the event at a position is there, in nanoseconds; 0 if that is not there yet. */
    long nanosSince(long position) {
        var then = acknowledged.get((int) position);
        return then == 0 ? 0 : System.nanoTime() - then;
    }

    private static DomainEventMessage<?> message(int number) {
        var province = Stations.province(number);
        var station = Stations.station(number);
        var details = new IncidentDetails(
                Category.DRUG_TRAFFICKING,
                OCCURRED,
                null,
                new Place(province, null, null, null, null),
                Source.PATROL,
                null,
                List.of(),
                "Hai túi trong bụi lau",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                0,
                0);
        var filed = new IncidentFiled(
                new IncidentId(new UUID(0x0197c0de00007000L, 0x8000000000000000L | number)),
                station,
                province,
                station + "-2020-" + (number + 1),
                details);
        return new GenericDomainEventMessage<>(
                "IncidentFiled",
                filed.incident().toString(),
                0,
                filed,
                Map.of("actor", "Thượng uý Lan", "roles", List.of("ADMIN")),
                UUID.randomUUID().toString(),
                START.plusSeconds(number));
    }

    @Override
    public void close() {
        writer.close();
        tail.close();
    }
}
