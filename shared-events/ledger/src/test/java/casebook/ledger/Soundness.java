package casebook.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.transparency.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;

/** Recomputes from the stored documents, without any code of the engine, what must hold of every ledger. */
final class Soundness {

    private Soundness() {}

    /** Indexes without a gap, every key once, lines that say what the document says, and in every commit the true root and frontier. */
    static Map<EventKey, Long> check(TestLedger ledger) {
        Map<EventKey, Long> indexes = new HashMap<>();
        List<Hash> leaves = new ArrayList<>();
        long time = Long.MIN_VALUE;
        for (Document commit : ledger.commits()) {
            assertThat(commit.keySet()).containsExactly("_id", "n", "events", "tree", "w", "t");
            assertThat(commit.getLong("_id")).as("first index of a commit").isEqualTo(leaves.size());
            assertThat(commit.getList("events", Document.class)).hasSize(commit.getInteger("n"));
            for (Document event : commit.getList("events", Document.class)) {
                Document line = Document.parse(event.getString("line"));
                assertThat(event.getString("line")).startsWith("{\"index\":" + leaves.size() + ",");
                assertThat(line.getString("aggregate")).isEqualTo(event.getString("a"));
                assertThat(line.get("sequence", Number.class).longValue()).isEqualTo(event.getLong("s"));
                assertThat(line.getString("type")).isEqualTo(event.getString("k"));
                time = Math.max(time, Instant.parse(line.getString("time")).toEpochMilli());
                EventKey key = new EventKey(event.getString("a"), event.getLong("s"));
                assertThat(indexes.put(key, (long) leaves.size()))
                        .as("another event of %s", key)
                        .isNull();
                leaves.add(Hash.leaf(event.getString("line").getBytes(UTF_8)));
            }
            assertThat(commit.getDate("t").getTime()).isEqualTo(time);
            checkTree(commit.get("tree", Document.class), leaves);
        }
        return indexes;
    }

    private static void checkTree(Document tree, List<Hash> leaves) {
        assertThat(hash(tree.get("root", Binary.class))).isEqualTo(root(leaves));
        assertThat(tree.getList("frontier", Binary.class).stream().map(Soundness::hash))
                .isEqualTo(frontier(leaves));
    }

    private static List<Hash> frontier(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return List.of();
        }
        int largest = Integer.highestOneBit(leaves.size());
        List<Hash> frontier = new ArrayList<>();
        frontier.add(root(leaves.subList(0, largest)));
        frontier.addAll(frontier(leaves.subList(largest, leaves.size())));
        return frontier;
    }

    private static Hash root(List<Hash> leaves) {
        return switch (leaves.size()) {
            case 0 -> Hash.ofEmptyTree();
            case 1 -> leaves.getFirst();
            default -> {
                int split = Integer.highestOneBit(leaves.size() - 1);
                yield Hash.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
            }
        };
    }

    private static Hash hash(Binary bytes) {
        return Hash.of(bytes.getData());
    }
}
