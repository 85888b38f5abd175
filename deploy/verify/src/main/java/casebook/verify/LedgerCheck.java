package casebook.verify;

import casebook.transparency.EntryBundle;
import casebook.transparency.Hash;
import casebook.transparency.LedgerEntry;
import org.jspecify.annotations.Nullable;

/** Checks the events of a ledger, line by line: their order, their hashes, and the tree over them. */
final class LedgerCheck {

    private final EventOrder order = new EventOrder();
    private final TreeCheck tree;
    private final @Nullable Leaves leaves;

    /**
     * A check before the first line.
     *
     * @param checkpoints what the events are checked against
     * @param leaves the hash of each event, which tells exactly which one was altered; null if only checkpoints are there
     */
    LedgerCheck(Checkpoints checkpoints, @Nullable Leaves leaves) {
        this.tree = new TreeCheck(checkpoints);
        this.leaves = leaves;
    }

    void accept(byte[] line) {
        LedgerEntry entry = new LedgerEntry(line);
        if (!order.accept(entry)) {
            return;
        }
        if (line.length > EntryBundle.MAX_ENTRY) {
            throw Wrong.Kind.UNREADABLE.with(
                    "Line %d is longer than %d bytes.".formatted(tree.size() + 1, EntryBundle.MAX_ENTRY));
        }
        Hash leaf = entry.leaf();
        long index = tree.size();
        if (leaves != null && index < leaves.size() && !leaf.equals(leaves.at(index))) {
            throw Wrong.Kind.ALTERED.with("Event %d is not the one whose hash is in the log's tiles.".formatted(index));
        }
        tree.append(leaf);
    }

    /** Throws what is wrong, if anything is, now that all lines are there; otherwise the number of events. */
    long finish() {
        order.finish();
        tree.finish();
        return tree.size();
    }
}
