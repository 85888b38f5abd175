package casebook.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** What the writer does with MongoDB. Every call but that for the indexes ends within the attempt's time. */
final class CommitStore {

    private static final String AGGREGATE = CommitFields.EVENTS + "." + CommitFields.AGGREGATE;
    private static final String SEQUENCE = CommitFields.EVENTS + "." + CommitFields.SEQUENCE;

    private static final BsonDocument BY_AGGREGATE =
            ascending(AGGREGATE, SEQUENCE).toBsonDocument();
    private static final BsonDocument BY_TIME =
            ascending(CommitFields.TIME, CommitFields.ID).toBsonDocument();

    private static final int DUPLICATE_KEY = 11000;

    private final LedgerCollection ledger;
    private final LedgerCollection bounded;
    private final MongoCollection<BsonDocument> commits;
    private final MongoCollection<RawBsonDocument> bytes;

    CommitStore(LedgerCollection ledger, Duration attemptTimeout) {
        this.ledger = ledger;
        this.bounded = ledger.within(attemptTimeout);
        this.commits = bounded.documents();
        this.bytes = commits.withDocumentClass(RawBsonDocument.class);
    }

    /**
     * Idempotent. Nothing may be inserted before: the unique index is what keeps two writers off one aggregate. Takes its time where a
     * large ledger gets a new index. Where an administrator has made them, the right to make indexes is not needed: who has it can have
     * documents expire.
     */
    void ensureIndexes() {
        if (!hasIndexes()) {
            ledger.documents()
                    .createIndexes(List.of(
                            new IndexModel(BY_AGGREGATE, new IndexOptions().unique(true)), new IndexModel(BY_TIME)));
        }
    }

    private boolean hasIndexes() {
        boolean unique = false;
        boolean byTime = false;
        for (BsonDocument index : ledger.documents().listIndexes(BsonDocument.class)) {
            BsonDocument key = index.getDocument("key");
            unique |= key.equals(BY_AGGREGATE)
                    && index.getBoolean("unique", BsonBoolean.FALSE).getValue();
            byTime |= key.equals(BY_TIME);
        }
        return unique && byTime;
    }

    Head head() {
        return bounded.head();
    }

    /**
     * Returns when a majority has the commit in its journal.
     *
     * @return false if the collection has its index, or one of its keys, and it was not inserted
     * @throws MongoException if it is not known whether it was, or will be
     */
    boolean insert(Commit commit) {
        BsonDocument reply = bounded.insert(commit.document());
        if (reply.containsKey("writeErrors")) {
            BsonDocument error = reply.getArray("writeErrors").getFirst().asDocument();
            int code = error.getNumber("code").intValue();
            if (code != DUPLICATE_KEY) {
                throw new MongoException(code, error.toJson());
            }
            return false;
        }
        if (reply.containsKey("writeConcernError")) {
            throw new MongoException(reply.getDocument("writeConcernError").toJson());
        }
        return true;
    }

    /** The commit that a majority has at an index. */
    Optional<RawBsonDocument> at(long index) {
        return Optional.ofNullable(bytes.find(eq(CommitFields.ID, index)).first());
    }

    /** Which of the keys are in the ledger before an index. */
    Set<EventKey> recordedBefore(long index, Collection<EventKey> keys) {
        List<Bson> any = keys.stream()
                .map(key -> elemMatch(
                        CommitFields.EVENTS,
                        and(eq(CommitFields.AGGREGATE, key.aggregate()), eq(CommitFields.SEQUENCE, key.sequence()))))
                .toList();
        Set<EventKey> recorded = new HashSet<>();
        for (BsonDocument commit : commits.find(or(any)).projection(include(AGGREGATE, SEQUENCE))) {
            if (commit.getInt64(CommitFields.ID).getValue() < index) {
                commit.getArray(CommitFields.EVENTS).stream()
                        .map(CommitStore::keyOf)
                        .forEach(recorded::add);
            }
        }
        recorded.retainAll(keys);
        return recorded;
    }

    private static EventKey keyOf(BsonValue event) {
        BsonDocument document = event.asDocument();
        return new EventKey(
                document.getString(CommitFields.AGGREGATE).getValue(),
                document.getInt64(CommitFields.SEQUENCE).getValue());
    }
}
