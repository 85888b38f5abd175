package casebook.query.statistics.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * How a version stands in a document: {@code _id: {from, of}, to}. It holds behind the event {@code from}, which made it, up to and
 * without the effect of the event {@code to}; the newest version of an incident or case is open. Ids ascend with {@code from}.
 */
final class VersionFields {

    static final String TO = "to";
    static final String ID_OF = "_id.of";
    private static final String FROM = "from";
    private static final String OF = "of";
    private static final long NEVER = Long.MAX_VALUE;

    private VersionFields() {}

    static IndexModel index() {
        return new IndexModel(Indexes.ascending(ID_OF, TO));
    }

    static Document id(long from, String of) {
        return new Document(FROM, from).append(OF, of);
    }

    /** Versions that an event below a position has made, and no event below it has replaced. */
    static Bson knownAt(long position) {
        return and(lt("_id", firstId(position)), gte(TO, position));
    }

    /** An id that stands before all those of versions made by an event, and behind all those of versions made before it. */
    static Document firstId(long from) {
        return new Document(FROM, from);
    }

    static Document open(long from, String of) {
        return new Document("_id", id(from, of)).append(TO, NEVER);
    }

    static long from(Document row) {
        return row.get("_id", Document.class).getLong(FROM);
    }

    static String of(Document row) {
        return row.get("_id", Document.class).getString(OF);
    }
}
