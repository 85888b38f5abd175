package casebook.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.cursor.TimeoutMode;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.RawBsonDocument;
import org.bson.codecs.configuration.CodecRegistries;
import org.jspecify.annotations.Nullable;

/**
 * The collection of the commits. What is read is what a majority has, so that nothing read is ever taken back, and comes from the
 * primary, so that nothing is missing that this process was told of.
 */
final class LedgerCollection {

    static final String NAME = "ledger";

    /** No checkpoint has it. */
    private static final long NO_CHECKPOINT = -1;

    private static final BsonDocument HELLO = new BsonDocument("hello", new BsonInt32(1));
    private static final BsonTimestamp NOTHING_AGREED = new BsonTimestamp();

    private static final WriteConcern DEFINITE = WriteConcern.MAJORITY.withJournal(true);

    private final MongoDatabase database;
    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<StoredCommit> commits;
    private final int readBatch;

    LedgerCollection(MongoDatabase database, int readBatch) {
        this.database = database;
        this.documents = database.getCollection(NAME, BsonDocument.class)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(DEFINITE);
        this.commits = documents
                .withDocumentClass(StoredCommit.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new StoredCommitCodec()), documents.getCodecRegistry()));
        this.readBatch = readBatch;
    }

    /** The same collection with a limit on the time of each operation. */
    LedgerCollection within(Duration timeout) {
        return new LedgerCollection(database.withTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS), readBatch);
    }

    /**
     * Inserts a commit and gives the server's answer. The driver would make a retryable write of an insert, for which the server records
     * the session with every commit; here the writer repeats what has no definite outcome.
     */
    BsonDocument insert(RawBsonDocument commit) {
        return database.runCommand(
                new BsonDocument("insert", new BsonString(NAME))
                        .append("documents", new BsonArray(List.of(commit)))
                        .append("writeConcern", DEFINITE.asDocument()),
                BsonDocument.class);
    }

    MongoCollection<BsonDocument> documents() {
        return documents;
    }

    MongoCollection<StoredCommit> commits() {
        return commits;
    }

    /** The number of events. */
    long position() {
        BsonDocument last = documents
                .find()
                .projection(include(CommitFields.COUNT))
                .sort(descending(CommitFields.ID))
                .first();
        return last == null ? 0 : endOf(last);
    }

    /** What the newest commit leaves behind. */
    Head head() {
        return headBefore(Long.MAX_VALUE);
    }

    /** What the last commit that begins before an index leaves behind. */
    Head headBefore(long index) {
        BsonDocument last = documents
                .find(lt(CommitFields.ID, index))
                .projection(include(CommitFields.COUNT, CommitFields.TREE, CommitFields.TIME))
                .sort(descending(CommitFields.ID))
                .first();
        return last == null ? Head.EMPTY : Head.after(last);
    }

    /**
     * Returns when majority reads give everything that any client was ever told is written. After a change of the primary they may, for
     * a moment, give less.
     */
    void awaitMajority() {
        // Changes nothing; is acknowledged when a majority has all that the primary has. Nobody need be allowed to
        // change the ledger for it.
        database.getCollection(CheckpointStore.NAME)
                .withWriteConcern(DEFINITE)
                .updateOne(eq(CommitFields.ID, NO_CHECKPOINT), unset(CommitFields.WRITER));
    }

    /** The time, by the server's own count, of the last that a majority has agreed on; null where the server does not say, as routers of a cluster do not. */
    @Nullable
    BsonTimestamp agreedAt() {
        var agreed = database.runCommand(HELLO, BsonDocument.class)
                .getDocument("lastWrite", new BsonDocument())
                .getDocument("majorityOpTime", new BsonDocument())
                .getTimestamp("ts", NOTHING_AGREED);
        return agreed.equals(NOTHING_AGREED) ? null : agreed;
    }

    /** The events from an index on, which may be the position. */
    CommitCursor events(long from, long toExclusive) {
        return eventsFrom(startOfCommitWith(from), from, toExclusive);
    }

    /** The commits from one on that begin before an index; the limit on the time, which there must be, is one for each batch of them. */
    MongoCursor<StoredCommit> commitsFrom(long start, long toExclusive) {
        return commits.find(and(gte(CommitFields.ID, start), lt(CommitFields.ID, toExclusive)))
                .sort(ascending(CommitFields.ID))
                .batchSize(readBatch)
                .timeoutMode(TimeoutMode.ITERATION)
                .cursor();
    }

    /** The same, where a commit is known to start at the index or will. */
    CommitCursor eventsFromCommit(long start) {
        return eventsFrom(start, start, Long.MAX_VALUE);
    }

    /** The first commit that has an event later than the time, in milliseconds since the epoch. */
    @Nullable
    StoredCommit firstLaterThan(long millis) {
        return commits.find(gt(CommitFields.TIME, new Date(millis)))
                .sort(ascending(CommitFields.TIME, CommitFields.ID))
                .first();
    }

    /** The index after the last event of a commit. */
    static long endOf(BsonDocument commit) {
        return commit.getInt64(CommitFields.ID).getValue()
                + commit.getInt32(CommitFields.COUNT).getValue();
    }

    private CommitCursor eventsFrom(long start, long from, long toExclusive) {
        return new CommitCursor(
                commits.find(and(gte(CommitFields.ID, start), lt(CommitFields.ID, toExclusive)))
                        .sort(ascending(CommitFields.ID))
                        .batchSize(readBatch)
                        .cursor(),
                start,
                from,
                toExclusive);
    }

    /** The index at which the commit begins that has an event, or should have it; 0 if there is none. */
    long startOfCommitWith(long index) {
        BsonDocument commit = documents
                .find(lte(CommitFields.ID, index))
                .projection(include(CommitFields.ID))
                .sort(descending(CommitFields.ID))
                .first();
        return commit == null ? 0 : commit.getInt64(CommitFields.ID).getValue();
    }
}
