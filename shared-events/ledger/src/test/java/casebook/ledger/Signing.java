package casebook.ledger;

import casebook.transparency.SignedCheckpoint;
import casebook.transparency.SignerKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a process has which signs a ledger's checkpoints. */
final class Signing implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    final CheckpointStore store;
    final LedgerTree tree;
    final LedgerTrust trust;
    final CheckpointSigner signer;
    final CheckpointMetrics metrics;
    final @Nullable CheckpointFile file;
    private final TestLedger ledger;
    private @Nullable Checkpointer checkpointer;
    private @Nullable LedgerWriter writer;

    private Signing(
            TestLedger ledger, @Nullable CheckpointFile file, SignerKey key, Optional<SignedCheckpoint> outside) {
        this.ledger = ledger;
        this.file = file;
        LedgerCollection commits = new LedgerCollection(ledger.database, 16).within(TIMEOUT);
        LogKeys keys = new LogKeys(Set.of());
        store = new CheckpointStore(ledger.database).within(TIMEOUT);
        tree = new LedgerTree(commits);
        trust = new LedgerTrust(commits, store, keys, TestLog.ORIGIN, outside);
        signer = new CheckpointSigner(trust, tree, store, keys, key, Clock.systemUTC());
        metrics = new CheckpointMetrics(LogMeters.ofLedger(ledger.registry), Clock.systemUTC(), trust);
    }

    /** Without a file. */
    static Signing of(TestLedger ledger) {
        return new Signing(ledger, null, TestLog.KEY, Optional.empty());
    }

    static Signing of(TestLedger ledger, SignerKey key) {
        return new Signing(ledger, null, key, Optional.empty());
    }

    static Signing of(TestLedger ledger, Path path) throws Exception {
        CheckpointFile file = new CheckpointFile(path, TestLog.ORIGIN);
        return new Signing(ledger, file, TestLog.KEY, file.newest());
    }

    /** With a checkpoint that is held outside the database. */
    static Signing holding(TestLedger ledger, SignedCheckpoint outside) {
        return new Signing(ledger, null, TestLog.KEY, Optional.of(outside));
    }

    Signing start(Duration interval, WitnessCourier... witnesses) {
        checkpointer = new Checkpointer(signer, file, List.of(witnesses), interval, metrics);
        return this;
    }

    /** A writer that asks whether it may append. */
    LedgerWriter writer() {
        if (writer == null) {
            writer = new LedgerWriter(
                    ledger.database,
                    TestLedger.properties(Duration.ofSeconds(20)),
                    ledger.registry,
                    ledger.tail,
                    trust);
        }
        return writer;
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
        if (checkpointer != null) {
            checkpointer.close();
        }
    }
}
