package casebook.ledger;

import casebook.transparency.CompactRange;
import casebook.transparency.Hash;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.RawBsonDocument;

/**
 * A ledger that nobody can check: what a writer would do if it neither hashed events nor stored a tree. Only to measure what the roots
 * cost. No writer can go on with such a ledger once it is closed.
 */
public final class WithoutRoots {

    private static final int INITIAL_BUFFER = 16 * 1024;

    private WithoutRoots() {}

    /** Starts a writer on an empty ledger. */
    public static LedgerWriter writer(
            MongoDatabase database, LedgerProperties properties, MeterRegistry registry, LedgerTail tail) {
        return new LedgerWriter(database, properties, registry, tail::advanceTo, () -> {}, WithoutRoots::following);
    }

    /** As {@link Commit#following}, less the tree. */
    private static Commit following(Head head, List<PendingEvent> events, String writer) {
        LineBuffer buffer = new LineBuffer(INITIAL_BUFFER);
        try (BsonBinaryWriter bson = new BsonBinaryWriter(buffer)) {
            bson.writeStartDocument();
            bson.writeInt64(CommitFields.ID, head.position());
            bson.writeInt32(CommitFields.COUNT, events.size());
            Head after = writeEvents(bson, head, events);
            bson.writeString(CommitFields.WRITER, writer);
            bson.writeDateTime(CommitFields.TIME, after.time().toEpochMilli());
            bson.writeEndDocument();
            return new Commit(
                    head.position(), new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getSize()), after);
        }
    }

    private static Head writeEvents(BsonBinaryWriter bson, Head head, List<PendingEvent> events) {
        long index = head.position();
        Instant time = head.time();
        bson.writeStartArray(CommitFields.EVENTS);
        for (PendingEvent event : events) {
            bson.writeStartDocument();
            bson.writeString(CommitFields.AGGREGATE, event.key().aggregate());
            bson.writeInt64(CommitFields.SEQUENCE, event.key().sequence());
            bson.writeString(CommitFields.TYPE, event.type());
            bson.writeString(CommitFields.LINE, event.line(index++));
            bson.writeEndDocument();
            time = event.time().isAfter(time) ? event.time() : time;
        }
        bson.writeEndArray();
        return new Head(countOnly(index), time);
    }

    private static CompactRange countOnly(long size) {
        return new CompactRange(size, Collections.nCopies(Long.bitCount(size), Hash.ofEmptyTree()));
    }
}
