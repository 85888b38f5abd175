package casebook.ledger;

import casebook.transparency.Checkpoint;
import casebook.transparency.CompactRange;
import casebook.transparency.SignerKey;
import com.mongodb.MongoException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs what the ledger is now. It signs only what it has hashed itself from the lines, on top of the tree that was signed before, and
 * found equal to what is recorded. Not safe for several threads.
 *
 * <p>Several processes may do this for one ledger: a checkpoint follows from the ledger and its size alone, and the first of a size
 * stays. Each goes on from what the others have signed.
 */
final class CheckpointSigner {

    private final LedgerTrust trust;
    private final LedgerTree tree;
    private final CheckpointStore checkpoints;
    private final LogKeys keys;
    private final SignerKey key;
    private final Clock clock;
    private @Nullable CompactRange last;

    /** @param key its name is the log's */
    CheckpointSigner(
            LedgerTrust trust, LedgerTree tree, CheckpointStore checkpoints, LogKeys keys, SignerKey key, Clock clock) {
        this.trust = trust;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.key = key;
        this.clock = clock;
    }

    /**
     * The newest checkpoint, which is signed and stored now if the ledger has grown; empty if nothing has happened since the last call.
     *
     * @throws LedgerUntrusted if the ledger is not the one that was signed before
     * @throws MongoException if there is no answer
     */
    Optional<StoredCheckpoint> sign() {
        trust.require();
        CompactRange before = last == null ? trust.signed() : last;
        CompactRange head = trust.requireSize(before.size(), tree::newest);
        if (head.equals(last)) {
            return Optional.empty();
        }
        if (head.size() == before.size()) {
            requireRecorded(head, before);
        }
        Optional<StoredCheckpoint> newest = trust.trusting(checkpoints::newest);
        CompactRange followed = newest.filter(other -> other.size() > before.size())
                .map(other -> follow(before, other))
                .orElse(before);
        if (newest.isPresent() && newest.get().size() >= head.size()) {
            last = followed;
            return newest;
        }
        requireRecorded(head, trust.trusting(() -> tree.grow(followed, head.size())));
        StoredCheckpoint signed = store(head);
        last = head;
        return Optional.of(signed);
    }

    /** Compares what another process has signed. */
    private CompactRange follow(CompactRange before, StoredCheckpoint other) {
        return trust.requireSame(read(other), () -> tree.grow(before, other.size()));
    }

    private void requireRecorded(CompactRange head, CompactRange hashed) {
        if (!hashed.equals(head)) {
            throw trust.distrust("The tree recorded after " + head.size() + " events is not that of their lines");
        }
    }

    private StoredCheckpoint store(CompactRange head) {
        StoredCheckpoint signed = StoredCheckpoint.of(
                Checkpoint.of(key.verifier().name(), head).sign(key), key.verifier(), clock.instant());
        if (checkpoints.add(signed)) {
            return signed;
        }
        StoredCheckpoint first = checkpoints.at(head.size()).orElseThrow();
        trust.requireSame(read(first), () -> head);
        return first;
    }

    private Checkpoint read(StoredCheckpoint stored) {
        return trust.trusting(() -> keys.read(stored));
    }
}
