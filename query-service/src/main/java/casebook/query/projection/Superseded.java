package casebook.query.projection;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.set;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What the documents of a collection were before they were replaced: each former state with the positions at which it held, from {@value Documents#POSITION} on and
 * below {@value #UNTIL}. It is made by two events and depends on nothing else, so whoever writes it again finds it there.
 */
public final class Superseded {

    public static final String UNTIL = "until";

    /** The id of the document that it was a state of. */
    public static final String OF = "of";

    /** How long it held: the least n for which it was not more than 2^n positions. */
    private static final String SPAN = "span";

    /** Bytes of states that are kept in memory, about. */
    private static final long MOST_KEPT = 16L << 20;

    private final MongoCollection<Document> collection;
    private final UnaryOperator<Document> kept;
    private final List<Document> states = new ArrayList<>();
    private long bytes;

    /** @param kept copies of a document what shall be kept of it */
    public Superseded(MongoCollection<Document> collection, UnaryOperator<Document> kept) {
        this.collection = collection;
        this.kept = kept;
    }

    /** The indexes by which those that held at a position are found, and those that were superseded since one. */
    public static IndexModel[] indexes() {
        return new IndexModel[] {
            new IndexModel(Indexes.ascending(SPAN, Documents.POSITION, UNTIL)),
            new IndexModel(Indexes.ascending(UNTIL, Documents.POSITION))
        };
    }

    /** The states that held at a position and meet a filter, as the documents that they were. */
    public static List<Bson> heldAt(long position, Bson filter) {
        return documents(and(heldAt(position), filter));
    }

    /** Of these only those that were superseded by an event behind {@code since}, which is not before the position: they are found by that, and are few if it is near the end. */
    public static List<Bson> heldAtUntilAfter(long position, long since, Bson filter) {
        return documents(and(gt(UNTIL, since), lte(Documents.POSITION, position), filter));
    }

    private static List<Bson> documents(Bson met) {
        return List.of(match(met), set(new Field<>("_id", "$" + OF)));
    }

    /**
     * Of each span the states are looked at that began no longer before the position than they can have held: about twice as many as did hold, however many there
     * are in all.
     */
    private static Bson heldAt(long position) {
        var longest = spanOf(Math.max(position, 1));
        var shorter = LongStream.range(0, longest)
                .mapToObj(span -> and(eq(SPAN, span), gt(Documents.POSITION, position - (1L << span))));
        return or(Stream.concat(shorter, Stream.of(gte(SPAN, longest)))
                .map(began -> and(began, lte(Documents.POSITION, position), gt(UNTIL, position)))
                .toList());
    }

    /** The least n for which a length, of at least 1, is not more than 2^n. */
    private static long spanOf(long length) {
        return Long.SIZE - Long.numberOfLeadingZeros(length - 1);
    }

    void add(Document former, LedgerEvent replacing) {
        long since = former.getLong(Documents.POSITION);
        var id = former.getString("_id");
        var state = kept.apply(former)
                .append("_id", id + "/" + since)
                .append(OF, id)
                .append(UNTIL, replacing.position())
                .append(SPAN, spanOf(replacing.position() - since));
        states.add(state);
        bytes += DocumentSize.atMost(state);
    }

    void relieve() {
        if (bytes > MOST_KEPT) {
            write();
        }
    }

    void write() {
        Documents.insertAbsent(collection, states);
        states.clear();
        bytes = 0;
    }
}
