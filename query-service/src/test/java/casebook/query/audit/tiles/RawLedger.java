package casebook.query.audit.tiles;

import casebook.query.LedgerFeed;
import casebook.query.audit.Signing;
import casebook.transparency.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;

/** A ledger of many small events that is filled quickly, and its tree by the definition of RFC 6962. */
final class RawLedger implements AutoCloseable {

    private final LedgerFeed feed = new LedgerFeed();
    private long size;

    LedgerFeed feed() {
        return feed;
    }

    long size() {
        return size;
    }

    /** Adds commits of so many events. */
    void add(int... commits) {
        var documents = new ArrayList<Document>();
        for (var count : commits) {
            documents.add(commit(size, count));
            size += count;
        }
        feed.database().getCollection("ledger").insertMany(documents);
    }

    List<Hash> leaves() {
        return Signing.leaves(feed.reader());
    }

    /** The root over these leaves, by recursion. */
    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.ofEmptyTree();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** The hashes of a level of tiles, as far as they follow from whole tiles below. */
    static List<Hash> level(List<Hash> leaves, int level) {
        var span = 1 << (8 * level);
        return LongStream.range(0, leaves.size() / span)
                .mapToObj(i -> root(leaves.subList((int) i * span, (int) (i + 1) * span)))
                .toList();
    }

    @Override
    public void close() {
        feed.close();
    }

    private static Document commit(long first, int count) {
        var events = LongStream.range(first, first + count)
                .mapToObj(index -> new Document("a", "e" + index)
                        .append("s", 0L)
                        .append("k", "T")
                        .append("line", line(index)))
                .toList();
        return new Document("_id", first).append("n", count).append("events", events);
    }

    private static String line(long index) {
        return "{\"index\":%d,\"id\":\"e%d\",\"type\":\"T\",\"revision\":\"1\",\"aggregateType\":null,\"aggregate\":\"e%d\",\"sequence\":0,\"time\":\"2024-05-01T00:00:00Z\",\"metadata\":{},\"data\":{}}"
                .formatted(index, index, index);
    }
}
