package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.mongod.SharedMongod;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Together with Axon's own auto-configuration, as in the services. */
@ExtendWith(OutputCaptureExtension.class)
class LedgerAutoConfigurationTest {

    private final String database = "auto-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    @Test
    void appendingServiceHasAxonsEventStoreOnTheLedger() {
        try (ConfigurableApplicationContext service = start(Service.class, Map.of("casebook.ledger.append", "true"))) {
            assertThat(service.getBean(EventStorageEngine.class)).isInstanceOf(LedgerEventStorageEngine.class);
            EventStore store = service.getBean(EventStore.class);
            assertThat(store).isInstanceOf(EmbeddedEventStore.class);

            store.publish(TestLedger.events("a", 3));

            assertThat(service.getBean(LedgerReader.class).position()).isEqualTo(3);
            assertThat(store.readEvents("a").asStream().map(event -> (Object) event.getPayload()))
                    .hasSize(3)
                    .first()
                    .isEqualTo(new Noted("note 0"));
            assertThat(service.getBean(MongoClient.class)
                            .getDatabase(database)
                            .getCollection(LedgerCollection.NAME)
                            .countDocuments())
                    .isEqualTo(1);
        }
    }

    @Test
    void appendingServiceWithAKeySignsOnStartAndWhatCameLastAtItsEnd() throws Exception {
        Path file = folder.resolve("checkpoints");
        try (ConfigurableApplicationContext service = start(
                Service.class,
                Map.of(
                        "casebook.ledger.append",
                        "true",
                        "casebook.ledger.checkpoints.key",
                        TestLog.KEY.encoded(),
                        "casebook.ledger.checkpoints.interval",
                        "1h",
                        "casebook.ledger.checkpoints.file",
                        file.toString()))) {
            CheckpointStore store = service.getBean(CheckpointStore.class);
            Eventually.until("the empty ledger is signed", () -> store.newestSize() == 0);
            service.getBean(EventStore.class).publish(TestLedger.events("a", 3));
        }
        try (MongoClient client = MongoClients.create(SharedMongod.connectionString())) {
            assertThat(new CheckpointStore(client.getDatabase(database)).newestSize())
                    .isEqualTo(3);
        }
        assertThat(new CheckpointFile(file, TestLog.ORIGIN).newest())
                .map(signed -> signed.checkpoint().size())
                .contains(3L);
    }

    @Test
    void appendingServiceWithoutAKeyRunsAndSignsNothing() {
        try (ConfigurableApplicationContext service = start(Service.class, Map.of("casebook.ledger.append", "true"))) {
            assertThat(service.getBeansOfType(Checkpointer.class)).isEmpty();
            service.getBean(EventStore.class).publish(TestLedger.events("a", 3));
            assertThat(service.getBean(CheckpointStore.class).newest()).isEmpty();
        }
    }

    @Test
    void aServiceThatSignsAndTrustsNoKeyByNameWarnsOfIt(CapturedOutput output) {
        var signing =
                Map.of("casebook.ledger.append", "true", "casebook.ledger.checkpoints.key", TestLog.KEY.encoded());
        start(Service.class, signing).close();
        assertThat(output).contains("WARN").contains("Set it to " + TestLog.KEY.verifier() + " in both services");
    }

    @Test
    void aServiceThatTrustsItsKeyByNameIsContent(CapturedOutput output) {
        var key = TestLog.KEY;
        var trusting = Map.of(
                "casebook.ledger.append", "true",
                "casebook.ledger.checkpoints.key", key.encoded(),
                "casebook.ledger.trusted-keys", key.verifier().toString());
        start(Service.class, trusting).close();
        assertThat(output).doesNotContain("trusted-keys");
    }

    @Test
    void aKeyThatCannotBeUsedKeepsTheServiceFromStarting() {
        assertThatThrownBy(() -> start(
                        Service.class,
                        Map.of("casebook.ledger.append", "true", "casebook.ledger.checkpoints.key", "no key")))
                .rootCause()
                .hasMessageContaining("PRIVATE+KEY+<name>+<id>+<base64>");
    }

    @Test
    void eventsAreSerializedWithStoredNamesThroughoutAxon() {
        try (ConfigurableApplicationContext service = start(Service.class, Map.of())) {
            assertThat(service.getBean(Configuration.class).eventSerializer())
                    .isSameAs(service.getBean(LedgerSerializer.class));
        }
    }

    @Test
    void readingServiceHasASourceButNothingThatAppends() {
        try (ConfigurableApplicationContext service = start(Service.class, Map.of())) {
            assertThat(service.getBeansOfType(LedgerWriter.class)).isEmpty();
            assertThat(service.getBeansOfType(Checkpointer.class)).isEmpty();
            assertThat(service.getBeansOfType(LedgerScan.class)).isEmpty();
            assertThat(service.getBeansOfType(LedgerVerifier.class)).hasSize(1);
            assertThat(service.getBeansOfType(EventStorageEngine.class)).isEmpty();
            assertThat(service.getBeansOfType(EventStore.class)).isEmpty();
            assertThat(service.getBean("ledgerMessageSource", StreamableMessageSource.class))
                    .isInstanceOf(LedgerMessageSource.class);
        }
    }

    @Test
    void applicationWithoutStoredTypesHasNoLedger() {
        try (ConfigurableApplicationContext application = start(NoService.class, Map.of())) {
            assertThat(application.getBeansOfType(LedgerReader.class)).isEmpty();
        }
    }

    @Test
    void propertiesAreBoundAndChecked() {
        try (ConfigurableApplicationContext service =
                start(Service.class, Map.of("casebook.ledger.give-up-after", "7s"))) {
            LedgerProperties properties = service.getBean(LedgerProperties.class);
            assertThat(properties.giveUpAfter()).isEqualTo(Duration.ofSeconds(7));
            assertThat(properties)
                    .usingRecursiveComparison()
                    .ignoringFields("giveUpAfter")
                    .isEqualTo(LedgerProperties.DEFAULTS);
        }
        assertThatThrownBy(() -> start(Service.class, Map.of("casebook.ledger.max-batch", "65")))
                .hasRootCauseMessage("casebook.ledger.max-batch must be from 1 to 64");
        assertThatThrownBy(() -> start(Service.class, Map.of("casebook.ledger.poll-max", "1ms")))
                .hasRootCauseMessage("casebook.ledger.poll-max must be at least poll-min");
    }

    private ConfigurableApplicationContext start(Class<?> application, Map<String, String> properties) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties(Map.of("casebook.database", database, "spring.main.banner-mode", "off"))
                .properties(Map.copyOf(properties))
                .run();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class NoService {

        @Bean
        MongoClient mongoClient() {
            return MongoClients.create(SharedMongod.connectionString());
        }
    }

    static class Service extends NoService {

        @Bean
        StoredTypes storedTypes() {
            return TestLedger.TYPES;
        }

        @Bean
        JsonMapper jsonMapper() {
            return JsonMapper.builder().build();
        }
    }
}
