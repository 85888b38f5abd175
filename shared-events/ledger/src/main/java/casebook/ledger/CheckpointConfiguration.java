package casebook.ledger;

import casebook.transparency.SignedCheckpoint;
import casebook.transparency.SignerKey;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * What a service has that appends: it signs checkpoints, if it has a key; it appends nothing to a ledger that is not the one that was
 * signed; and it verifies the whole ledger now and then.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("casebook.ledger.append")
class CheckpointConfiguration {

    private static final Logger log = LoggerFactory.getLogger(CheckpointConfiguration.class);

    private final LedgerCollection ledger;
    private final CheckpointStore checkpoints;
    private final LogProperties properties;
    private final LogKeys keys;
    private final Clock clock;
    private final MeterRegistry registry;

    CheckpointConfiguration(
            MongoClient client,
            @Value(LedgerAutoConfiguration.DATABASE) String database,
            LedgerProperties ledger,
            LogProperties properties,
            ObjectProvider<Clock> clock,
            ObjectProvider<MeterRegistry> registry) {
        MongoDatabase mongo = client.getDatabase(database);
        this.ledger = new LedgerCollection(mongo, ledger.readBatch()).within(ledger.attemptTimeout());
        this.checkpoints = new CheckpointStore(mongo).within(ledger.attemptTimeout());
        this.properties = properties;
        this.keys = new LogKeys(properties.trusted());
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.registry = registry.getIfAvailable(CompositeMeterRegistry::new);
    }

    /** @throws IOException if it cannot be written; the service does not start then */
    @Bean
    @ConditionalOnProperty("casebook.ledger.checkpoints.file")
    CheckpointFile checkpointFile() throws IOException {
        return new CheckpointFile(properties.checkpoints().requiredFile(), properties.origin());
    }

    @Bean
    LedgerTrust ledgerTrust(Optional<CheckpointFile> file) throws IOException {
        if (file.isEmpty()) {
            log.warn(
                    "Without casebook.ledger.checkpoints.file it stays unnoticed on start if the newest events and checkpoints are gone");
        }
        Optional<SignedCheckpoint> outside = file.isPresent() ? file.get().newest() : Optional.empty();
        return new LedgerTrust(ledger, checkpoints, keys, properties.origin(), outside);
    }

    @Bean
    CheckpointMetrics checkpointMetrics(LedgerTrust trust) {
        return new CheckpointMetrics(LogMeters.ofLedger(registry), clock, trust);
    }

    /** @throws IllegalStateException if the key is not one of this log; the service does not start then */
    @Bean
    @Conditional(SigningKeyConfigured.class)
    Checkpointer checkpointer(LedgerTrust trust, Optional<CheckpointFile> file, CheckpointMetrics metrics) {
        SignerKey key = SigningKey.of(properties);
        if (properties.trusted().isEmpty()) {
            log.warn(
                    "FORGED CHECKPOINTS STAY UNNOTICED: casebook.ledger.trusted-keys names no key, so every checkpoint counts that is signed by the key stored beside it, also if"
                            + " somebody made that key who can write to MongoDB. Set it to {} in both services",
                    key.verifier());
        }
        LedgerTree tree = new LedgerTree(ledger);
        return new Checkpointer(
                new CheckpointSigner(trust, tree, checkpoints, keys, key, clock),
                file.orElse(null),
                WitnessCourier.all(properties.witnesses(), checkpoints, tree, LogMeters.ofLedger(registry)),
                properties.checkpoints().interval(),
                metrics);
    }

    @Bean
    LedgerScan ledgerScan(LedgerVerifier verifier, Optional<CheckpointFile> file) {
        return new LedgerScan(verifier, file.orElse(null), properties, new ScanMetrics(LogMeters.ofLedger(registry)));
    }
}
