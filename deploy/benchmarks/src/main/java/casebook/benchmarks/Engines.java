package casebook.benchmarks;

import casebook.events.EventCatalogue;
import casebook.events.EventJson;
import casebook.ledger.LedgerEventStorageEngine;
import casebook.ledger.LedgerProperties;
import casebook.ledger.LedgerReader;
import casebook.ledger.LedgerSerializer;
import casebook.ledger.LedgerTail;
import casebook.ledger.LedgerWriter;
import casebook.ledger.StoredTypes;
import casebook.ledger.WithoutRoots;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Opens the stores, with one serializer for all and else with the settings that they come with. */
final class Engines {

    static final LedgerSerializer SERIALIZER = new LedgerSerializer(types(), EventJson.mapper());

    private final Servers servers;

    Engines(Servers servers) {
        this.servers = servers;
    }

    /**
     * Opens a store, which is empty at first and keeps what is appended when it is closed.
     *
     * @param name tells several stores of a kind apart; lower-case letters
     */
    Engine open(Store store, String name) {
        return switch (store) {
            case LEDGER -> ledger(servers.mongo(name + "_ledger"), LedgerWriter::new);
            case AXON_MONGO -> axonMongo(name + "_axon");
            case JDBC -> jdbc(servers.postgres(name));
            case RAW -> new RawDriver(servers.mongo(name + "_raw"), SERIALIZER);
        };
    }

    /** The commits of a ledger of that name. */
    LedgerDocuments ledgerDocuments(String name) {
        return new LedgerDocuments(servers.mongo(name + "_ledger"));
    }

    /** An empty ledger that has no roots, which is gone when it is closed. */
    Engine withoutRoots(String name) {
        MongoDatabase database = servers.mongo(name + "_rootless");
        AxonEngine ledger = ledger(database, WithoutRoots::writer);
        return new AxonEngine(ledger.engine(), () -> {
            ledger.close();
            database.drop();
        });
    }

    private static AxonEngine ledger(MongoDatabase database, WriterFactory writers) {
        LedgerProperties properties = LedgerProperties.DEFAULTS;
        MeterRegistry registry = new SimpleMeterRegistry();
        LedgerTail tail = new LedgerTail(database, properties, registry);
        LedgerReader reader = new LedgerReader(database, SERIALIZER, NoOpEventUpcaster.INSTANCE, properties);
        LedgerWriter writer = writers.writer(database, properties, registry, tail);
        LedgerEventStorageEngine engine = LedgerEventStorageEngine.builder(database, writer, reader, SERIALIZER)
                .build();
        return new AxonEngine(engine, () -> {
            writer.close();
            tail.close();
        });
    }

    private Engine axonMongo(String database) {
        MongoTemplate template = DefaultMongoTemplate.builder()
                .mongoDatabase(servers.client(), database)
                .build();
        new DocumentPerEventStorageStrategy().ensureIndexes(template.eventCollection(), template.snapshotCollection());
        EventStorageEngine engine = MongoEventStorageEngine.builder()
                .mongoTemplate(template)
                .eventSerializer(SERIALIZER)
                .snapshotSerializer(SERIALIZER)
                .build();
        return new AxonEngine(engine, () -> {});
    }

    /** Without a transaction manager, an append is one batch and one transaction, with the fewest round trips. */
    private static Engine jdbc(DataSource database) {
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(database::getConnection)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(SERIALIZER)
                .snapshotSerializer(SERIALIZER)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return new AxonEngine(engine, () -> {});
    }

    private static StoredTypes types() {
        StoredTypes.Builder types = StoredTypes.builder();
        EventCatalogue.entries().forEach(entry -> types.type(entry.type(), entry.name(), entry.revision()));
        return types.build();
    }

    @FunctionalInterface
    private interface WriterFactory {

        LedgerWriter writer(
                MongoDatabase database, LedgerProperties properties, MeterRegistry registry, LedgerTail tail);
    }
}
