package casebook.ledger;

import casebook.ledger.LedgerFault.Kind;
import casebook.transparency.Checkpoint;
import casebook.transparency.Hash;
import casebook.transparency.SignedCheckpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares a tree, as it grows, with the checkpoints that were signed over it: those in the database, and others that the caller holds
 * and vouches for. Throws {@link Faulty} at the first that does not agree.
 *
 * <p>A signature takes a thousand times as long to check as an event. One that is right, over a root that is right, proves all before
 * it: so as long as the newest checkpoint is genuine, the signatures of the others are looked at only where their roots differ.
 */
final class CheckpointCheck {

    private final Iterator<StoredCheckpoint> stored;
    private final LogKeys keys;
    private final boolean newestIsGenuine;
    private final Queue<Claim> held;
    private final List<Reached> reached = new ArrayList<>();
    private @Nullable Claim next;
    private long compared;
    private long covered;

    /**
     * What was said of the tree of a size.
     *
     * @param vouchedFor whether the note need not be read if it plainly says what is the case
     * @param read throws {@link LogKeys.Forged}
     */
    private record Claim(long size, String note, boolean vouchedFor, Supplier<Checkpoint> read) {

        boolean plainlySays(Hash root) {
            String rest = size + "\n" + root.toBase64() + "\n\n";
            return vouchedFor && note.startsWith(rest, note.indexOf('\n') + 1);
        }
    }

    private record Reached(Claim claim, Hash root) {}

    /**
     * @param stored with rising sizes
     * @param newestIsGenuine whether the log signed the last of them
     * @param held need no signatures
     */
    CheckpointCheck(
            Iterator<StoredCheckpoint> stored,
            LogKeys keys,
            boolean newestIsGenuine,
            Collection<SignedCheckpoint> held) {
        this.stored = stored;
        this.keys = keys;
        this.newestIsGenuine = newestIsGenuine;
        this.held = new ArrayDeque<>(held.stream()
                .map(signed -> new Claim(signed.checkpoint().size(), signed.toString(), true, signed::checkpoint))
                .sorted(Comparator.comparingLong(Claim::size))
                .toList());
    }

    /** How many checkpoints agree so far. */
    long compared() {
        return compared;
    }

    /** The size of the largest of them. */
    long covered() {
        return covered;
    }

    /** Compares what was signed over the empty tree. Is to be called once, before anything else. */
    void begin(TreeHasher empty) {
        next = readNext();
        grownTo(empty);
        settle();
    }

    /** Is to be told of every size. */
    void grownTo(TreeHasher tree) {
        while (next != null && next.size() == tree.size()) {
            reached.add(new Reached(next, Hash.of(tree.root())));
            next = readNext();
        }
        while (!held.isEmpty() && held.element().size() == tree.size()) {
            reached.add(new Reached(held.remove(), Hash.of(tree.root())));
        }
    }

    /** Compares what was reached; after the commit's own tree, which tells more exactly where a fault is. */
    void settle() {
        for (Reached at : reached) {
            if (!at.claim().plainlySays(at.root())) {
                compare(read(at.claim()), at.root());
            }
            covered = at.claim().size();
            compared++;
        }
        reached.clear();
    }

    /** No checkpoint may cover more than there is. */
    void endAt(long position) {
        Claim beyond = next == null ? held.peek() : next;
        if (beyond != null) {
            long size = read(beyond).size();
            throw Faulty.among(
                    position,
                    size,
                    Kind.MISSING,
                    "A checkpoint covers " + size + " events, and the ledger has " + position);
        }
    }

    private @Nullable Claim readNext() {
        try {
            if (!stored.hasNext()) {
                return null;
            }
            StoredCheckpoint checkpoint = stored.next();
            return new Claim(checkpoint.size(), checkpoint.note(), newestIsGenuine, () -> keys.read(checkpoint));
        } catch (BrokenLedger e) {
            throw inDoubtUpTo(covered, Kind.FORGED, String.valueOf(e.getMessage()));
        }
    }

    private Checkpoint read(Claim claim) {
        try {
            return claim.read().get();
        } catch (LogKeys.Forged e) {
            throw inDoubtUpTo(claim.size(), Kind.FORGED, String.valueOf(e.getMessage()));
        }
    }

    private void compare(Checkpoint checkpoint, Hash root) {
        if (!checkpoint.root().equals(root)) {
            throw inDoubtUpTo(
                    checkpoint.size(),
                    Kind.CONTRADICTED,
                    "The checkpoint of size " + checkpoint.size() + " has the root "
                            + checkpoint.root().toBase64() + ", and the ledger's events give " + root.toBase64());
        }
    }

    /** Whatever was not covered before is in doubt. */
    private Faulty inDoubtUpTo(long size, Kind kind, String detail) {
        return Faulty.among(Math.clamp(size, 0, covered), Math.max(covered + 1, size), kind, detail);
    }
}
