package casebook.query;

import casebook.events.CaseEvent;
import casebook.events.CasebookEvent;
import casebook.events.EventCatalogue;
import casebook.events.EventJson;
import casebook.events.ExhibitEvent;
import casebook.events.IncidentEvent;
import casebook.events.StationEvent;
import casebook.http.Role;
import casebook.ledger.LedgerEventStorageEngine;
import casebook.ledger.LedgerMessageSource;
import casebook.ledger.LedgerProperties;
import casebook.ledger.LedgerReader;
import casebook.ledger.LedgerSerializer;
import casebook.ledger.LedgerTail;
import casebook.ledger.LedgerWriter;
import casebook.ledger.StoredTypes;
import casebook.mongod.SharedMongod;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Appends events to a real ledger, in a database of its own, as the command service would. */
public final class LedgerFeed implements AutoCloseable {

    private final String name = "query_" + UUID.randomUUID().toString().replace("-", "");
    private final MongoClient client = MongoClients.create(SharedMongod.connectionString());
    private final MongoDatabase database = client.getDatabase(name);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LedgerTail tail = new LedgerTail(database, LedgerProperties.DEFAULTS, registry);
    private final LedgerWriter writer = new LedgerWriter(database, LedgerProperties.DEFAULTS, registry, tail);
    private final LedgerSerializer serializer = new LedgerSerializer(types(), EventJson.mapper());
    private final LedgerReader reader =
            new LedgerReader(database, serializer, NoOpEventUpcaster.INSTANCE, LedgerProperties.DEFAULTS);
    private final LedgerEventStorageEngine engine = LedgerEventStorageEngine.builder(
                    database, writer, reader, serializer)
            .build();
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant now = Instant.parse("2024-05-01T00:00:00Z");
    private Instant latest = now;
    private String actor = "Nguyen Van A";
    private String role = "STATION";

    /** Whoever appends from now on. */
    public LedgerFeed as(String name) {
        actor = name;
        return this;
    }

    /** In which role appending goes on. */
    public LedgerFeed in(Role callersRole) {
        role = callersRole.name();
        return this;
    }

    /** When it is from now on; a second passes with every event. */
    public LedgerFeed at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** An instant after all that was recorded so far and before all that is recorded from now on. */
    public synchronized Instant pause() {
        now = latest.plus(Duration.ofHours(2));
        return latest.plus(Duration.ofHours(1));
    }

    /** Appends the events together and tells the position after them. */
    public synchronized long append(CasebookEvent... events) {
        engine.appendEvents(Arrays.stream(events).map(this::message).toList());
        return reader.position();
    }

    public String databaseName() {
        return name;
    }

    public MongoClient client() {
        return client;
    }

    public MongoDatabase database() {
        return database;
    }

    public LedgerReader reader() {
        return reader;
    }

    public LedgerSerializer serializer() {
        return serializer;
    }

    public LedgerMessageSource source() {
        return new LedgerMessageSource(reader, tail, serializer, NoOpEventUpcaster.INSTANCE);
    }

    @Override
    public void close() {
        writer.close();
        tail.close();
        database.drop();
        client.close();
    }

    private DomainEventMessage<?> message(CasebookEvent event) {
        var aggregate = aggregate(event);
        var sequence = sequences.merge(aggregate, 0L, (last, zero) -> last + 1);
        now = now.plusSeconds(1);
        latest = now.isAfter(latest) ? now : latest;
        return new GenericDomainEventMessage<>(
                event.getClass().getSimpleName(),
                aggregate,
                sequence,
                event,
                Map.of("actor", actor, "station", "VN-09-A", "roles", List.of(role)),
                UUID.randomUUID().toString(),
                now);
    }

    private static String aggregate(CasebookEvent event) {
        return switch (event) {
            case IncidentEvent incident -> incident.incident().toString();
            case CaseEvent caseFile -> caseFile.caseFile().toString();
            case ExhibitEvent exhibit -> exhibit.exhibit().toString();
            case StationEvent station -> station.station().value();
        };
    }

    private static StoredTypes types() {
        var types = StoredTypes.builder();
        EventCatalogue.entries().forEach(entry -> types.type(entry.type(), entry.name(), entry.revision()));
        return types.type(GlobalSequenceTrackingToken.class, "GlobalSequenceTrackingToken", 1)
                .type(ConfigToken.class, "ConfigToken", 1)
                .build();
    }
}
