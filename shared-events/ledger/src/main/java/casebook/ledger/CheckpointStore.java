package casebook.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;

import casebook.transparency.NoteSignature;
import casebook.transparency.SignedNote;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;

/**
 * The checkpoints that were signed over this ledger, one for each size, in collection {@value #NAME}. Every method blocks. Reads and
 * writes are a majority's, from the primary.
 */
public final class CheckpointStore {

    static final String NAME = "checkpoints";

    private static final String SIZE = "_id";
    private static final String NOTE = "note";
    private static final String KEY = "key";
    private static final String AT = "at";
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<BsonDocument> checkpoints;

    public CheckpointStore(MongoDatabase database) {
        this(database.getCollection(NAME, BsonDocument.class)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true)));
    }

    private CheckpointStore(MongoCollection<BsonDocument> checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** The same checkpoints with a limit on the time of each operation. */
    CheckpointStore within(Duration timeout) {
        return new CheckpointStore(checkpoints.withTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The checkpoint of the largest size; empty before the first one is signed. */
    public Optional<StoredCheckpoint> newest() {
        return first(checkpoints.find().sort(descending(SIZE)));
    }

    /** The size of the newest checkpoint, whatever else is stored of it; -1 if there is none. */
    long newestSize() {
        BsonDocument newest = checkpoints
                .find()
                .projection(include(SIZE))
                .sort(descending(SIZE))
                .first();
        return newest == null ? -1 : newest.getInt64(SIZE).getValue();
    }

    /** The checkpoint of exactly this size. */
    public Optional<StoredCheckpoint> at(long size) {
        return first(checkpoints.find(eq(SIZE, size)));
    }

    /** The smallest checkpoint that covers so many events: the one to prove an event against that has become visible early. */
    public Optional<StoredCheckpoint> covering(long size) {
        return first(checkpoints.find(gte(SIZE, size)).sort(ascending(SIZE)));
    }

    /** All checkpoints of at most a size, the smallest first, read as they are asked for. Holds a cursor until the stream is closed. */
    public Stream<StoredCheckpoint> upTo(long size) {
        MongoCursor<BsonDocument> cursor =
                checkpoints.find(lte(SIZE, size)).sort(ascending(SIZE)).cursor();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false)
                .onClose(cursor::close)
                .map(CheckpointStore::checkpointOf);
    }

    /**
     * Adds a checkpoint.
     *
     * @return false if there is one of this size, which is left as it is
     */
    public boolean add(StoredCheckpoint checkpoint) {
        try {
            checkpoints.insertOne(new BsonDocument(SIZE, new BsonInt64(checkpoint.size()))
                    .append(NOTE, new BsonString(checkpoint.note()))
                    .append(KEY, new BsonString(checkpoint.key()))
                    .append(AT, new BsonDateTime(checkpoint.at().toEpochMilli())));
            return true;
        } catch (MongoWriteException e) {
            if (e.getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Puts signatures below the note of a checkpoint, whoever else does so at the same time. Those of keys that have signed it already
     * are left out.
     */
    public void cosign(long size, Collection<NoteSignature> signatures) {
        Optional<StoredCheckpoint> before = at(size);
        while (before.isPresent() && !cosign(before.get(), signatures)) {
            before = at(size);
        }
    }

    /** False if the note has changed in between. */
    private boolean cosign(StoredCheckpoint before, Collection<NoteSignature> signatures) {
        SignedNote note = before.signed().note();
        List<NoteSignature> more = signatures.stream()
                .filter(signature -> note.signatures().stream().noneMatch(known -> sameKey(known, signature)))
                .toList();
        return more.isEmpty()
                || checkpoints
                                .updateOne(
                                        and(eq(SIZE, before.size()), eq(NOTE, before.note())),
                                        set(NOTE, note.with(more).toString()))
                                .getMatchedCount()
                        > 0;
    }

    private static boolean sameKey(NoteSignature one, NoteSignature other) {
        return one.keyId() == other.keyId() && one.name().equals(other.name());
    }

    private static Optional<StoredCheckpoint> first(FindIterable<BsonDocument> found) {
        return Optional.ofNullable(found.first()).map(CheckpointStore::checkpointOf);
    }

    private static StoredCheckpoint checkpointOf(BsonDocument document) {
        try {
            return new StoredCheckpoint(
                    document.getInt64(SIZE).getValue(),
                    document.getString(NOTE).getValue(),
                    document.getString(KEY).getValue(),
                    Instant.ofEpochMilli(document.getDateTime(AT).getValue()));
        } catch (BsonInvalidOperationException e) {
            throw new BrokenLedger("A checkpoint is not stored as this program does: " + document.get(SIZE), e);
        }
    }
}
