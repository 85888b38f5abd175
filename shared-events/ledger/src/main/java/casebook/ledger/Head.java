package casebook.ledger;

import casebook.transparency.CompactRange;
import casebook.transparency.Hash;
import java.time.Instant;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * The end of the ledger, as much of it as the next commit depends on.
 *
 * @param tree the Merkle tree over all events; its size is the position
 * @param time the running maximum of the events' times
 */
record Head(CompactRange tree, Instant time) {

    static final Head EMPTY = new Head(CompactRange.EMPTY, Instant.EPOCH);

    /**
     * The head after a stored commit.
     *
     * @throws BrokenLedger if the frontier does not give the root, or does not fit the number of events
     */
    static Head after(BsonDocument commit) {
        long position = commit.getInt64(CommitFields.ID).getValue()
                + commit.getInt32(CommitFields.COUNT).getValue();
        BsonDocument stored = commit.getDocument(CommitFields.TREE);
        CompactRange tree = treeOf(position, stored.getArray(CommitFields.FRONTIER));
        if (!tree.root().equals(hash(stored.getBinary(CommitFields.ROOT)))) {
            throw new BrokenLedger("The root after " + position + " events is not that of its frontier");
        }
        return new Head(
                tree, Instant.ofEpochMilli(commit.getDateTime(CommitFields.TIME).getValue()));
    }

    long position() {
        return tree.size();
    }

    private static CompactRange treeOf(long size, List<BsonValue> frontier) {
        try {
            return new CompactRange(size, frontier.stream().map(Head::hash).toList());
        } catch (IllegalArgumentException e) {
            throw new BrokenLedger("The frontier after " + size + " events does not fit", e);
        }
    }

    private static Hash hash(BsonValue value) {
        return Hash.of(((BsonBinary) value).getData());
    }
}
