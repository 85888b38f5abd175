package casebook.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.transparency.CompactRange;
import casebook.transparency.Hash;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;

/** What the roots cost the writer: the leaf of every line, the tree that grows by it, and the root of every commit. In memory. */
final class Hashing {

    private final List<List<byte[]>> commits = new ArrayList<>();
    private Hash root = Hash.ofEmptyTree();

    Hashing(LedgerDocuments ledger) {
        try (MongoCursor<RawBsonDocument> documents = ledger.inOrder()) {
            documents.forEachRemaining(commit -> commits.add(linesOf(commit)));
        }
    }

    /** Hashes everything and gives the number of events. */
    int run() {
        CompactRange tree = CompactRange.EMPTY;
        for (List<byte[]> lines : commits) {
            for (byte[] line : lines) {
                tree = tree.append(Hash.leaf(line));
            }
            root = tree.root();
        }
        return Math.toIntExact(tree.size());
    }

    /** After a run, the root over all lines. */
    Hash root() {
        return root;
    }

    private static List<byte[]> linesOf(RawBsonDocument commit) {
        return commit.getArray("events").stream()
                .map(event -> event.asDocument().getString("line").getValue().getBytes(UTF_8))
                .toList();
    }
}
