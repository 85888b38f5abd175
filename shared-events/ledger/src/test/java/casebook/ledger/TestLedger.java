package casebook.ledger;

import casebook.mongod.SharedMongod;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** A ledger in a database of its own, with everything that a service has of it. */
final class TestLedger implements AutoCloseable {

    static final StoredTypes TYPES = StoredTypes.builder()
            .type(Noted.class, Noted.STORED_AS, 1)
            .type(String.class, "Text", 1)
            .build();
    static final LedgerSerializer SERIALIZER =
            new LedgerSerializer(TYPES, JsonMapper.builder().build());
    static final Instant TIME = Instant.parse("2026-03-14T08:30:00.123Z");

    private static final String APP = "test-ledger";
    private static final String HELD_UP = "pauseJournalFlusherBeforeFlush";

    final MongoClient client;

    /** Is not what fails when connections are made to fail. */
    private final MongoClient observer;

    final MongoDatabase database;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final LedgerTail tail;
    final LedgerReader reader;
    final LedgerWriter writer;
    final LedgerEventStorageEngine engine;
    final LedgerMessageSource source;

    private final String app = APP + UUID.randomUUID();
    private int failures;

    private TestLedger(String uri, String name, LedgerProperties properties) {
        // Without the driver's own retries, so that the writer's are what is tested.
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applicationName(app)
                .retryWrites(false)
                .build());
        observer = MongoClients.create(uri);
        database = client.getDatabase(name);
        tail = new LedgerTail(database, properties, registry);
        reader = new LedgerReader(database, SERIALIZER, NoOpEventUpcaster.INSTANCE, properties);
        writer = new LedgerWriter(database, properties, registry, tail);
        engine = LedgerEventStorageEngine.builder(database, writer, reader, SERIALIZER)
                .build();
        source = new LedgerMessageSource(reader, tail, SERIALIZER, NoOpEventUpcaster.INSTANCE);
    }

    static TestLedger open() {
        return open(properties(Duration.ofSeconds(30)));
    }

    static TestLedger open(LedgerProperties properties) {
        return new TestLedger(SharedMongod.connectionString(), "ledger-" + UUID.randomUUID(), properties);
    }

    static TestLedger open(String uri, String database, LedgerProperties properties) {
        return new TestLedger(uri, database, properties);
    }

    static LedgerProperties properties(Duration giveUpAfter) {
        LedgerProperties defaults = LedgerProperties.DEFAULTS;
        return new LedgerProperties(
                true,
                defaults.maxBatch(),
                giveUpAfter,
                Duration.ofMillis(500),
                true,
                defaults.pollMin(),
                defaults.pollMax(),
                defaults.readBatch());
    }

    static LedgerProperties polling() {
        LedgerProperties properties = properties(Duration.ofSeconds(30));
        return new LedgerProperties(
                true,
                properties.maxBatch(),
                properties.giveUpAfter(),
                properties.attemptTimeout(),
                false,
                properties.pollMin(),
                properties.pollMax(),
                properties.readBatch());
    }

    /** Another process's view of the same ledger. */
    TestLedger another() {
        return another(properties(Duration.ofSeconds(30)));
    }

    TestLedger another(LedgerProperties properties) {
        return new TestLedger(SharedMongod.connectionString(), database.getName(), properties);
    }

    static DomainEventMessage<Noted> event(String aggregate, long sequence) {
        return event(aggregate, sequence, "note " + sequence, TIME);
    }

    static DomainEventMessage<Noted> event(String aggregate, long sequence, String text, Instant time) {
        return new GenericDomainEventMessage<>(
                "Note",
                aggregate,
                sequence,
                new Noted(text),
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                time);
    }

    static List<DomainEventMessage<Noted>> events(String aggregate, int count) {
        return IntStream.range(0, count)
                .mapToObj(sequence -> event(aggregate, sequence))
                .toList();
    }

    static PendingEvent pending(String aggregate, long sequence) {
        return PendingEvent.render(event(aggregate, sequence), SERIALIZER);
    }

    CompletableFuture<Long> submit(String aggregate, long sequence) {
        return writer.append(List.of(pending(aggregate, sequence)));
    }

    List<Document> commits() {
        return observer.getDatabase(database.getName())
                .getCollection(LedgerCollection.NAME)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    List<LedgerLine> lines() {
        try (LedgerLines lines = reader.lines(0, Long.MAX_VALUE)) {
            return lines.stream().toList();
        }
    }

    /** Has MongoDB misbehave towards this ledger's connections alone. */
    void fail(Object mode, Document data) {
        failForEveryone(mode, new Document(data).append("appName", app));
    }

    void failForEveryone(Object mode, Document data) {
        Document before = observer.getDatabase("admin")
                .runCommand(new Document("configureFailPoint", "failCommand")
                        .append("mode", mode)
                        .append("data", data));
        failures = before.get("count", Number.class).intValue();
    }

    /** Waits until MongoDB has begun to misbehave. */
    void awaitFailure() {
        observer.getDatabase("admin")
                .runCommand(new Document("waitForFailPoint", "failCommand")
                        .append("timesEntered", failures + 1)
                        .append("maxTimeMS", 10_000));
    }

    void stopFailing() {
        observer.getDatabase("admin")
                .runCommand(new Document("configureFailPoint", "failCommand").append("mode", "off"));
    }

    /** Keeps MongoDB from making anything durable: until it may go on, no majority has what is written. */
    void holdUpMajority() {
        int before = journal("alwaysOn").get("count", Number.class).intValue();
        observer.getDatabase("admin")
                .runCommand(new Document("waitForFailPoint", HELD_UP)
                        .append("timesEntered", before + 1)
                        .append("maxTimeMS", 10_000));
    }

    void letMajorityGoOn() {
        journal("off");
    }

    private Document journal(String mode) {
        return observer.getDatabase("admin")
                .runCommand(new Document("configureFailPoint", HELD_UP).append("mode", mode));
    }

    double count(String counter) {
        return registry.get(counter).counter().count();
    }

    @Override
    public void close() {
        writer.close();
        tail.close();
        client.close();
        observer.close();
    }
}
