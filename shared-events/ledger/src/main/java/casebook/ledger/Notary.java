package casebook.ledger;

import casebook.transparency.SignedCheckpoint;
import casebook.transparency.SignerKey;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done for a log beside the ledger so that nobody can change it unnoticed: checkpoints are signed, filed and cosigned, the stored
 * records are compared with them, at the start and all along, and the whole log is read again now and then.
 */
final class Notary implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Notary.class);

    private final LogProperties properties;
    private final CheckpointStore checkpoints;
    private final LedgerVerifier verifier;
    private final LedgerTrust trust;
    private final LedgerScan scan;
    private final LedgerRights rights;
    private final @Nullable CheckpointFile file;
    private final @Nullable Checkpointer checkpointer;

    /**
     * Starts its threads. MongoDB need not be reachable yet.
     *
     * @param attempt how long one operation may take
     * @throws IOException if the file of the checkpoints cannot be used
     * @throws IllegalStateException if the key is not one of this log
     */
    Notary(MongoDatabase database, LogProperties properties, Duration attempt, LogMeters meters, Clock clock)
            throws IOException {
        this.properties = properties;
        LedgerCollection records =
                new LedgerCollection(database, LedgerProperties.DEFAULTS.readBatch()).within(attempt);
        this.checkpoints = new CheckpointStore(database).within(attempt);
        this.verifier = new LedgerVerifier(database, properties.trusted());
        this.file = properties.checkpoints().file() == null
                ? null
                : new CheckpointFile(properties.checkpoints().requiredFile(), properties.origin());
        LogKeys keys = new LogKeys(properties.trusted());
        this.trust = new LedgerTrust(
                records, checkpoints, keys, properties.origin(), held().stream().findFirst());
        CheckpointMetrics metrics = new CheckpointMetrics(meters, clock, trust);
        this.checkpointer = properties.checkpoints().signs()
                ? checkpointer(new LedgerTree(records), keys, metrics, meters, clock)
                : null;
        this.scan = new LedgerScan(verifier, file, properties, new ScanMetrics(meters));
        this.rights = new LedgerRights(database, meters);
    }

    private Checkpointer checkpointer(
            LedgerTree tree, LogKeys keys, CheckpointMetrics metrics, LogMeters meters, Clock clock) {
        SignerKey key = SigningKey.of(properties);
        if (properties.trusted().isEmpty()) {
            log.warn(
                    "FORGED CHECKPOINTS of {} STAY UNNOTICED: no trusted key is named for it, so every checkpoint counts that is signed by the key stored beside it. Name {}",
                    properties.origin(),
                    key.verifier());
        }
        return new Checkpointer(
                new CheckpointSigner(trust, tree, checkpoints, keys, key, clock),
                file,
                WitnessCourier.all(properties.witnesses(), checkpoints, tree, meters),
                properties.checkpoints().interval(),
                metrics);
    }

    /** @throws LedgerUntrusted if nothing may be appended */
    void require() {
        trust.require();
    }

    /** Why nothing is appended; empty as long as nothing is wrong. */
    Optional<String> doubt() {
        return trust.doubt();
    }

    /** Reads the whole log again, and compares it with the checkpoint in the file too. Blocks. */
    Verification verify(VerificationProgress progress) throws IOException, InterruptedException {
        return verifier.verify(held(), progress);
    }

    /** The newest checkpoint in the database. Blocks. */
    Optional<StoredCheckpoint> newest() {
        return checkpoints.newest();
    }

    private List<SignedCheckpoint> held() throws IOException {
        return file == null ? List.of() : file.newest().stream().toList();
    }

    /** Signs what was appended last. To be closed after the writer. */
    @Override
    public void close() {
        rights.close();
        scan.close();
        if (checkpointer != null) {
            checkpointer.close();
        }
    }
}
