package casebook.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.transparency.CompactRange;
import casebook.transparency.ConsistencyProof;
import casebook.transparency.Hash;
import casebook.transparency.LeafRange;
import casebook.transparency.Subtree;
import casebook.transparency.SubtreeHashes;
import com.mongodb.client.MongoCursor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The Merkle tree of the stored ledger: at its end as recorded, before that as its lines give it. */
final class LedgerTree {

    private final LedgerCollection ledger;

    /** @param ledger with a limit on the time of each operation */
    LedgerTree(LedgerCollection ledger) {
        this.ledger = ledger;
    }

    /**
     * The tree that is recorded with the newest commit.
     *
     * @throws BrokenLedger if what is recorded contradicts itself
     */
    CompactRange newest() {
        return ledger.head().tree();
    }

    /**
     * The tree over the first events: from what is recorded with the last commit before them and the lines after that. It is the
     * ledger's own word; who has the root at that size from elsewhere compares.
     *
     * @return a smaller tree, if the ledger has fewer events
     * @throws BrokenLedger if commits do not follow one another
     */
    CompactRange at(long size) {
        long start = ledger.startOfCommitWith(Math.max(0, size - 1));
        CompactRange before = ledger.headBefore(start).tree();
        if (before.size() != start) {
            throw new BrokenLedger("A commit begins at " + start + ", and the one before ends at " + before.size());
        }
        return grow(before, size);
    }

    /**
     * A tree grown by the lines that follow.
     *
     * @return a smaller tree, if the ledger has fewer events
     * @throws BrokenLedger if commits do not follow one another
     */
    CompactRange grow(CompactRange tree, long size) {
        return grow(tree, tree.size(), size);
    }

    private CompactRange grow(CompactRange tree, long from, long to) {
        CompactRange[] grown = {tree};
        forEachLeaf(from, to, leaf -> grown[0] = grown[0].append(leaf));
        return grown[0];
    }

    /** What a proof needs that the first events of the ledger extend a tree; nothing, if that is empty. */
    SubtreeHashes since(CompactRange old, long size) {
        Map<Subtree, Hash> hashes = new HashMap<>();
        if (old.size() == 0) {
            return hashed(hashes);
        }
        List<Subtree> recorded = new LeafRange(0, old.size()).subtrees();
        for (int place = 0; place < recorded.size(); place++) {
            hashes.put(recorded.get(place), old.frontier().get(place));
        }
        ConsistencyProof.subtrees(old.size(), size).stream()
                .filter(subtree -> subtree.begin() >= old.size())
                .forEach(subtree -> hashes.put(subtree, hash(subtree)));
        return hashed(hashes);
    }

    private static SubtreeHashes hashed(Map<Subtree, Hash> hashes) {
        return subtree -> Objects.requireNonNull(hashes.get(subtree), subtree::toString);
    }

    private Hash hash(Subtree subtree) {
        return grow(CompactRange.EMPTY, subtree.begin(), subtree.end()).root();
    }

    private void forEachLeaf(long from, long to, Consumer<Hash> action) {
        if (from >= to) {
            return;
        }
        long start = ledger.startOfCommitWith(from);
        try (MongoCursor<StoredCommit> commits = ledger.commitsFrom(start, to)) {
            long next = start;
            while (commits.hasNext()) {
                StoredCommit commit = commits.next();
                if (commit.index() != next) {
                    throw new BrokenLedger("Index " + next + " is expected, and " + commit.index() + " was found");
                }
                for (String line : commit.lines()) {
                    if (next >= from && next < to) {
                        action.accept(Hash.leaf(line.getBytes(UTF_8)));
                    }
                    next++;
                }
            }
        }
    }
}
