package casebook.ledger;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.transparency.CompactRange;
import casebook.transparency.Hash;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;

/** What somebody can do to a ledger who can write to the database. */
final class Tampering {

    private final MongoCollection<Document> commits;

    Tampering(TestLedger ledger) {
        this(ledger.database);
    }

    Tampering(MongoDatabase database) {
        this.commits = database.getCollection(LedgerCollection.NAME);
    }

    /** Changes the commit that has an event. */
    void change(long index, Consumer<Document> change) {
        Document commit = commitWith(index);
        change.accept(commit);
        commits.replaceOne(eq("_id", commit.getLong("_id")), commit);
    }

    void edit(long index, String from, String to) {
        change(index, commit -> {
            Document event = eventsOf(commit).get((int) (index - commit.getLong("_id")));
            event.put("line", event.getString("line").replace(from, to));
        });
    }

    void deleteCommitWith(long index) {
        commits.deleteOne(eq("_id", commitWith(index).getLong("_id")));
    }

    /** Everything that a line is stored with goes with it. */
    void swap(long one, long other) {
        Document event = eventAt(one);
        Document another = eventAt(other);
        put(one, another);
        put(other, event);
    }

    void put(long index, Document event) {
        change(index, commit -> eventsOf(commit).set((int) (index - commit.getLong("_id")), event));
    }

    Document eventAt(long index) {
        Document commit = commitWith(index);
        return eventsOf(commit).get((int) (index - commit.getLong("_id")));
    }

    /** Gives every commit the tree that its lines have now. */
    void recomputeTrees() {
        CompactRange tree = CompactRange.EMPTY;
        for (Document commit : all()) {
            for (Document event : eventsOf(commit)) {
                tree = tree.append(Hash.leaf(event.getString("line").getBytes(UTF_8)));
            }
            commit.put(
                    "tree",
                    new Document("root", binary(tree.root()))
                            .append(
                                    "frontier",
                                    tree.frontier().stream()
                                            .map(Tampering::binary)
                                            .toList()));
            commits.replaceOne(eq("_id", commit.getLong("_id")), commit);
        }
    }

    /** Moves a commit of one event to where nothing is, with all that says where it stands. */
    void move(long index, long to) {
        Document commit = commitWith(index);
        commits.deleteOne(eq("_id", index));
        commit.put("_id", to);
        eventsOf(commit)
                .forEach(event ->
                        event.put("line", event.getString("line").replace("{\"index\":" + index, "{\"index\":" + to)));
        commits.insertOne(commit);
    }

    private List<Document> all() {
        return commits.find().sort(ascending("_id")).into(new ArrayList<>());
    }

    static List<Document> eventsOf(Document commit) {
        return commit.getList("events", Document.class);
    }

    private Document commitWith(long index) {
        return all().stream()
                .filter(commit -> commit.getLong("_id") <= index
                        && index < commit.getLong("_id") + eventsOf(commit).size())
                .findFirst()
                .orElseThrow();
    }

    private static Binary binary(Hash hash) {
        return new Binary(hash.toBytes());
    }
}
