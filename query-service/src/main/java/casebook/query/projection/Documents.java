package casebook.query.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one collection that a batch touches: fetched with one query, changed in memory, written with one bulk write. A
 * document is replaced only by one of a higher {@code position}, so writing twice changes nothing.
 */
public final class Documents {

    public static final String POSITION = "position";

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final @Nullable Superseded superseded;
    private final Set<Object> stored = new HashSet<>();
    private final Map<Object, Document> known = new HashMap<>();
    private final Map<Object, Document> changed = new LinkedHashMap<>();

    private Documents(MongoCollection<Document> collection, @Nullable Superseded superseded) {
        this.collection = collection;
        this.superseded = superseded;
    }

    /** Fetches those of these ids that exist. Whoever touches others must not read them by {@link #get}. */
    public static Documents prefetch(MongoCollection<Document> collection, Collection<?> ids) {
        return prefetch(collection, ids, null);
    }

    /** The same; and what each document was before an event is kept, however many events of a batch change it. */
    public static Documents prefetch(
            MongoCollection<Document> collection, Collection<?> ids, @Nullable Superseded superseded) {
        var documents = new Documents(collection, superseded);
        if (!ids.isEmpty()) {
            collection.find(in("_id", ids)).forEach(documents::found);
        }
        return documents;
    }

    private void found(Document document) {
        stored.add(document.get("_id"));
        known.put(document.get("_id"), document);
    }

    /** The document as the batch has left it so far. */
    public @Nullable Document get(Object id) {
        return known.get(id);
    }

    /** Whether this document already reflects the event. */
    public boolean reflects(Object id, LedgerEvent event) {
        var document = known.get(id);
        return document != null && document.getLong(POSITION) >= event.position();
    }

    /**
     * Keeps a document as it is after an event; {@code position} is set here.
     *
     * @throws IllegalStateException if it is too large to be stored, so that its aggregate waits and not the whole batch
     */
    public void put(Document document, LedgerEvent event) {
        document.put(POSITION, event.position());
        DocumentSize.check(document);
        var former = known.put(document.get("_id"), document);
        if (former != null && superseded != null) {
            superseded.add(former, event);
        }
        changed.put(document.get("_id"), document);
    }

    /** Writes what is superseded if that has become much: many changes of a large document are many large documents. */
    public void relieve() {
        if (superseded != null) {
            superseded.relieve();
        }
    }

    /**
     * What is superseded before what supersedes it, so that a state can be found at every moment. New documents go in as plain inserts, which MongoDB takes in
     * groups; an upsert costs it several times as much.
     */
    public void write() {
        if (changed.isEmpty()) {
            return;
        }
        if (superseded != null) {
            superseded.write();
        }
        var documents = List.copyOf(changed.values());
        try {
            collection.bulkWrite(documents.stream().map(this::insertOrReplace).toList(), UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (!onlyThere(e)) {
                throw e;
            }
            var there = e.getWriteErrors().stream().map(error -> documents.get(error.getIndex()));
            collection.bulkWrite(there.map(Documents::replaceOlder).toList(), UNORDERED);
        }
    }

    private WriteModel<Document> insertOrReplace(Document document) {
        return stored.contains(document.get("_id")) ? replaceOlder(document) : new InsertOneModel<>(document);
    }

    private static WriteModel<Document> replaceOlder(Document document) {
        return new ReplaceOneModel<>(
                and(eq("_id", document.get("_id")), lt(POSITION, document.getLong(POSITION))), document);
    }

    /** Inserts those that are not there yet, of documents that never change. */
    public static void insertAbsent(MongoCollection<Document> collection, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!onlyThere(e)) {
                throw e;
            }
        }
    }

    /** Whether nothing failed but what is there under the same id: it was written before, or meanwhile by another instance that held the same claim. */
    private static boolean onlyThere(MongoBulkWriteException failure) {
        return failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY
                                && error.getMessage().contains(" index: _id_ "));
    }
}
