package casebook.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Optional;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger's beans for a service that has a {@link MongoClient} and {@link StoredTypes}. Upcasters are all beans of type
 * {@link EventUpcaster}, in their order.
 *
 * <p>The JSON of the events is written by the bean {@value #JSON_MAPPER}, if there is one, else by the application's mapper: a service
 * that changes how it speaks HTTP should not change its ledger.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        },
        beforeName = {
            "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration"
        })
@ConditionalOnBean({MongoClient.class, StoredTypes.class})
@EnableConfigurationProperties({LedgerProperties.class, LogProperties.class})
@Import(CheckpointConfiguration.class)
public class LedgerAutoConfiguration {

    /** A bean of this name and type {@link JsonMapper}, best declared with {@code defaultCandidate = false}. */
    public static final String JSON_MAPPER = "ledgerJsonMapper";

    /** The ledger may have a database of its own, so that MongoDB can give other rights there. */
    static final String DATABASE = "${casebook.ledger.database:${casebook.database:casebook}}";

    private static final Logger log = LoggerFactory.getLogger(LedgerAutoConfiguration.class);

    private final MongoDatabase database;
    private final LedgerProperties properties;
    private final MeterRegistry registry;

    LedgerAutoConfiguration(
            MongoClient client,
            @Value(DATABASE) String database,
            LedgerProperties properties,
            ObjectProvider<MeterRegistry> registry) {
        this.database = client.getDatabase(database);
        this.properties = properties;
        this.registry = registry.getIfAvailable(CompositeMeterRegistry::new);
    }

    /** Axon's event serializer as well, so that dead letters too have stable names. */
    @Bean
    @Qualifier("eventSerializer")
    @ConditionalOnMissingBean
    LedgerSerializer ledgerSerializer(
            StoredTypes types,
            @Qualifier(JSON_MAPPER) ObjectProvider<JsonMapper> own,
            ObjectProvider<JsonMapper> general) {
        return new LedgerSerializer(types, own.getIfAvailable(general::getObject));
    }

    @Bean
    @ConditionalOnMissingBean
    LedgerTail ledgerTail() {
        return new LedgerTail(database, properties, registry);
    }

    @Bean
    @ConditionalOnMissingBean
    LedgerReader ledgerReader(LedgerSerializer serializer, ObjectProvider<EventUpcaster> upcasters) {
        return new LedgerReader(database, serializer, chain(upcasters), properties);
    }

    @Bean
    @ConditionalOnMissingBean
    LedgerMessageSource ledgerMessageSource(
            LedgerReader reader,
            LedgerTail tail,
            LedgerSerializer serializer,
            ObjectProvider<EventUpcaster> upcasters) {
        return new LedgerMessageSource(reader, tail, serializer, chain(upcasters));
    }

    @Bean
    @ConditionalOnMissingBean
    LedgerRights ledgerRights() {
        return new LedgerRights(database, LogMeters.ofLedger(registry));
    }

    @Bean
    @ConditionalOnMissingBean
    CheckpointStore checkpointStore() {
        return new CheckpointStore(database);
    }

    @Bean
    @ConditionalOnMissingBean
    LedgerVerifier ledgerVerifier(LogProperties log) {
        return new LedgerVerifier(database, log.trusted());
    }

    /** Is closed before the checkpointer, which signs its last commits. */
    @Bean
    @ConditionalOnAppend
    @ConditionalOnMissingBean
    LedgerWriter ledgerWriter(LedgerTail tail, LedgerTrust trust, Optional<Checkpointer> checkpointer) {
        if (checkpointer.isEmpty()) {
            log.error("CHECKPOINTS ARE NOT SIGNED: there is neither casebook.ledger.checkpoints.key nor"
                    + " casebook.ledger.checkpoints.key-file, so nobody can tell a rewritten ledger from this one");
        }
        return new LedgerWriter(database, properties, registry, tail, trust);
    }

    @Bean
    @ConditionalOnAppend
    @ConditionalOnMissingBean
    LedgerEventStorageEngine ledgerEventStorageEngine(
            LedgerWriter writer,
            LedgerReader reader,
            LedgerSerializer serializer,
            ObjectProvider<EventUpcaster> upcasters) {
        return LedgerEventStorageEngine.builder(database, writer, reader, serializer)
                .upcasterChain(chain(upcasters))
                .build();
    }

    private static EventUpcaster chain(ObjectProvider<EventUpcaster> upcasters) {
        return new EventUpcasterChain(upcasters.orderedStream().toList());
    }

    /** What only a process has that appends. */
    @Retention(RetentionPolicy.RUNTIME)
    @ConditionalOnProperty("casebook.ledger.append")
    private @interface ConditionalOnAppend {}
}
