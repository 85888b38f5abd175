package casebook.query.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one collection that a batch touches: fetched with one query, changed in memory, written with one bulk write. A
 * document is replaced only by one of a higher {@code position}, so writing twice changes nothing.
 */
public final class Documents {

    public static final String POSITION = "position";

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final Map<Object, Document> known = new HashMap<>();
    private final Map<Object, Document> changed = new LinkedHashMap<>();

    private Documents(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Fetches those of these ids that exist. Whoever touches others must not read them by {@link #get}. */
    public static Documents prefetch(MongoCollection<Document> collection, Collection<?> ids) {
        var documents = new Documents(collection);
        if (!ids.isEmpty()) {
            collection.find(in("_id", ids)).forEach(found -> documents.known.put(found.get("_id"), found));
        }
        return documents;
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

    /** Keeps a document as it is after an event; {@code position} is set here. */
    public void put(Document document, LedgerEvent event) {
        document.put(POSITION, event.position());
        known.put(document.get("_id"), document);
        changed.put(document.get("_id"), document);
    }

    public void write() {
        if (!changed.isEmpty()) {
            var writes = changed.values().stream().map(Documents::replaceOlder).toList();
            try {
                collection.bulkWrite(writes, UNORDERED);
            } catch (MongoBulkWriteException e) {
                if (!onlyNewerThere(e)) {
                    throw e;
                }
            }
        }
    }

    private static WriteModel<Document> replaceOlder(Document document) {
        return new ReplaceOneModel<>(
                and(eq("_id", document.get("_id")), lt(POSITION, document.getLong(POSITION))), document, UPSERT);
    }

    /** An upsert that finds the document as new or newer tries to insert it again and fails on its id. */
    private static boolean onlyNewerThere(MongoBulkWriteException failure) {
        return failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY
                                && error.getMessage().contains(" index: _id_ "));
    }
}
