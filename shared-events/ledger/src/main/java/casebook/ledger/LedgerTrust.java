package casebook.ledger;

import casebook.transparency.Checkpoint;
import casebook.transparency.CompactRange;
import casebook.transparency.Malformed;
import casebook.transparency.SignedCheckpoint;
import com.mongodb.MongoException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the stored ledger is the one that was signed. Before the first append, and whenever a checkpoint is signed, it is compared
 * with the newest checkpoint in the database and with the one that was held outside of it when the process started. Once it was found to
 * be shorter or other, that stays so until the process is started again.
 */
public final class LedgerTrust {

    private static final Logger log = LoggerFactory.getLogger(LedgerTrust.class);

    private final LedgerCollection ledger;
    private final LedgerTree tree;
    private final CheckpointStore checkpoints;
    private final LogKeys keys;
    private final String origin;
    private final @Nullable SignedCheckpoint outside;
    private @Nullable CompactRange signed;
    private volatile @Nullable String doubt;

    /** @param outside the newest checkpoint that is held outside the database */
    LedgerTrust(
            LedgerCollection ledger,
            CheckpointStore checkpoints,
            LogKeys keys,
            String origin,
            Optional<SignedCheckpoint> outside) {
        this.ledger = ledger;
        this.tree = new LedgerTree(ledger);
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.origin = origin;
        this.outside = outside.orElse(null);
    }

    /** Why nothing is appended; empty as long as nothing is wrong, or nothing could be compared yet. */
    public Optional<String> doubt() {
        return Optional.ofNullable(doubt);
    }

    /**
     * Returns if events may be appended. The first call compares.
     *
     * @throws LedgerUntrusted if not
     * @throws MongoException if the ledger cannot be read now
     */
    void require() {
        String known = doubt;
        if (known != null) {
            throw new LedgerUntrusted(known);
        }
        signed();
    }

    /**
     * The tree that was last signed when this was first asked; the empty one if none was.
     *
     * @throws LedgerUntrusted if it is not, or no longer, in the ledger
     */
    synchronized CompactRange signed() {
        if (signed == null) {
            signed = larger(
                    outside == null ? CompactRange.EMPTY : treeAt(outside.checkpoint()),
                    trusting(checkpoints::newest)
                            .map(newest -> treeAt(trusting(() -> keys.read(newest))))
                            .orElse(CompactRange.EMPTY));
        }
        return signed;
    }

    /**
     * The ledger's tree at the size of a checkpoint.
     *
     * @param ledgers reads that tree, or a smaller one if the ledger is shorter
     * @throws LedgerUntrusted if it is not the one that was signed
     */
    CompactRange requireSame(Checkpoint checkpoint, Supplier<CompactRange> ledgers) {
        if (!checkpoint.origin().equals(origin)) {
            throw distrust("The newest checkpoint is of " + checkpoint.origin() + ", and this ledger is " + origin);
        }
        CompactRange found = requireSize(checkpoint.size(), ledgers);
        if (!found.root().equals(checkpoint.root())) {
            throw distrust(
                    "The first " + checkpoint.size() + " events are not those that were signed: they have the root "
                            + found.root().toBase64() + ", and the checkpoint has "
                            + checkpoint.root().toBase64());
        }
        return found;
    }

    /**
     * A tree that must have a size.
     *
     * @throws LedgerUntrusted if it is smaller, and that is definite
     */
    CompactRange requireSize(long size, Supplier<CompactRange> ledgers) {
        CompactRange found = trusting(ledgers);
        if (found.size() < size) {
            ledger.awaitMajority();
            found = trusting(ledgers);
        }
        if (found.size() < size) {
            throw distrust(
                    "The ledger has " + found.size() + " events, and " + size + " were signed: the newest are missing");
        }
        return found;
    }

    /** Has this process append nothing from now on. */
    LedgerUntrusted distrust(String reason) {
        log.error("Nothing is appended to {} any more, as it is not the log that was signed: {}", origin, reason);
        doubt = reason;
        return new LedgerUntrusted(reason);
    }

    private CompactRange treeAt(Checkpoint checkpoint) {
        return requireSame(checkpoint, () -> tree.at(checkpoint.size()));
    }

    /** What contradicts itself is not to be trusted either. */
    <T> T trusting(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BrokenLedger | Malformed | LogKeys.Forged e) {
            throw distrust(String.valueOf(e.getMessage()));
        }
    }

    private static CompactRange larger(CompactRange one, CompactRange other) {
        return one.size() > other.size() ? one : other;
    }
}
