package casebook.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.transparency.CompactRange;
import casebook.transparency.Hash;
import java.time.Instant;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonBinaryWriter;
import org.bson.RawBsonDocument;

/**
 * A commit that is to be inserted. Its bytes are made once, so that every attempt inserts the same.
 *
 * @param index the index of its first event
 * @param document what is inserted
 * @param after the head once it is durable
 */
record Commit(long index, RawBsonDocument document, Head after) {

    /** MongoDB's limit on a document, less what stands around the events. */
    static final int BYTES_LIMIT = 16 * 1024 * 1024 - 16 * 1024;

    /** The most bytes that an event takes besides its line, its aggregate and its type: names, types, lengths. */
    private static final int EVENT_OVERHEAD = 96;

    private static final int INITIAL_BUFFER = 16 * 1024;

    static Commit following(Head head, List<PendingEvent> events, String writer) {
        LineBuffer buffer = new LineBuffer(INITIAL_BUFFER);
        try (BsonBinaryWriter bson = new BsonBinaryWriter(buffer)) {
            bson.writeStartDocument();
            bson.writeInt64(CommitFields.ID, head.position());
            bson.writeInt32(CommitFields.COUNT, events.size());
            Head after = writeEvents(bson, head, events);
            writeTree(bson, after.tree());
            bson.writeString(CommitFields.WRITER, writer);
            bson.writeDateTime(CommitFields.TIME, after.time().toEpochMilli());
            bson.writeEndDocument();
            return new Commit(
                    head.position(), new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getSize()), after);
        }
    }

    /** The most bytes that the events can take in a commit. */
    static int sizeOf(List<PendingEvent> events) {
        long size = events.stream().mapToLong(Commit::sizeOf).sum();
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    boolean hasTheBytesOf(RawBsonDocument stored) {
        return document.getByteBuffer().asNIO().equals(stored.getByteBuffer().asNIO());
    }

    /** An UTF-16 unit has at most three bytes in UTF-8. */
    private static long sizeOf(PendingEvent event) {
        return (long) event.size()
                + 3L * (event.key().aggregate().length() + event.type().length())
                + EVENT_OVERHEAD;
    }

    private static Head writeEvents(BsonBinaryWriter bson, Head head, List<PendingEvent> events) {
        CompactRange tree = head.tree();
        Instant time = head.time();
        bson.writeStartArray(CommitFields.EVENTS);
        for (PendingEvent event : events) {
            String line = event.line(tree.size());
            bson.writeStartDocument();
            bson.writeString(CommitFields.AGGREGATE, event.key().aggregate());
            bson.writeInt64(CommitFields.SEQUENCE, event.key().sequence());
            bson.writeString(CommitFields.TYPE, event.type());
            bson.writeString(CommitFields.LINE, line);
            bson.writeEndDocument();
            tree = tree.append(Hash.leaf(line.getBytes(UTF_8)));
            time = event.time().isAfter(time) ? event.time() : time;
        }
        bson.writeEndArray();
        return new Head(tree, time);
    }

    private static void writeTree(BsonBinaryWriter bson, CompactRange tree) {
        bson.writeStartDocument(CommitFields.TREE);
        bson.writeBinaryData(CommitFields.ROOT, new BsonBinary(tree.root().toBytes()));
        bson.writeStartArray(CommitFields.FRONTIER);
        tree.frontier().forEach(hash -> bson.writeBinaryData(new BsonBinary(hash.toBytes())));
        bson.writeEndArray();
        bson.writeEndDocument();
    }
}
