package casebook.personaldata;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.bson.Document;
import org.bson.types.Binary;

/** Wraps by the primary master key what an older one wrapped. Neither a person's key nor an event changes; it may break off anywhere and begin again. */
final class Rewrapping {

    private final MongoCollection<Document> keys;
    private final MasterKey master;

    Rewrapping(MongoCollection<Document> keys, MasterKey master) {
        this.keys = keys;
        this.master = master;
    }

    /** How many were wrapped anew. */
    long all() throws GeneralSecurityException {
        keys.createIndex(Indexes.ascending(PersonKeys.MASTER));
        var count = 0L;
        for (var stored : keys.find(and(exists(PersonKeys.KEY), ne(PersonKeys.MASTER, master.primary())))) {
            count += one(stored);
        }
        return count;
    }

    /** Nothing, if the key was destroyed or wrapped anew meanwhile. */
    private long one(Document stored) throws GeneralSecurityException {
        var id = stored.getString("_id");
        var associated = id.getBytes(StandardCharsets.UTF_8);
        var wrapped = stored.get(PersonKeys.KEY, Binary.class);
        var anew = WrappedKey.wrap(WrappedKey.unwrap(wrapped, master, associated), master, associated);
        return keys.updateOne(
                        and(eq(id), eq(PersonKeys.KEY, wrapped)),
                        Updates.combine(
                                Updates.set(PersonKeys.KEY, anew), Updates.set(PersonKeys.MASTER, master.primary())))
                .getModifiedCount();
    }
}
