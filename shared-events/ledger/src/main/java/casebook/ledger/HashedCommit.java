package casebook.ledger;

import casebook.ledger.CommitBytes.Part;
import casebook.ledger.LedgerFault.Kind;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinaryReader;
import org.bson.RawBsonDocument;
import org.bson.codecs.DecoderContext;
import org.jspecify.annotations.Nullable;

/**
 * What a commit's document says, checked as far as that is possible without what stands before it, and its leaves. Most of a
 * verification's work is here, and several threads can do it side by side.
 */
final class HashedCommit {

    /** Where not even the index could be read. */
    static final long UNKNOWN = -1;

    private static final byte LEAF = 0x00;
    private static final Part NOTHING = new Part(new byte[0], 0, 0);

    private final List<byte[]> leaves = new ArrayList<>();
    private final List<Part> frontier = new ArrayList<>();
    private long index = UNKNOWN;
    private int count;
    private long latest = Long.MIN_VALUE;
    private Part root = NOTHING;
    private long time;
    private @Nullable RuntimeException fault;

    private HashedCommit() {}

    /** Never throws: what is wrong is {@link #fault()}. */
    static HashedCommit of(RawBsonDocument document, MessageDigest sha256) {
        HashedCommit commit = new HashedCommit();
        try {
            commit.read(document, new CommitBytes(document), sha256);
        } catch (Faulty | BrokenLedger | IndexOutOfBoundsException e) {
            commit.fault = e;
        }
        return commit;
    }

    /** The index of the first event, or {@link #UNKNOWN}. */
    long index() {
        return index;
    }

    /** How many events the document says that it has. */
    int count() {
        return count;
    }

    /** The hashes of the lines, up to the fault, if there is one. */
    List<byte[]> leaves() {
        return leaves;
    }

    /** The latest time of a line, in milliseconds since the epoch. */
    long latest() {
        return latest;
    }

    /** The recorded root. */
    Part root() {
        return root;
    }

    /** The recorded frontier. */
    List<Part> frontier() {
        return frontier;
    }

    /** The recorded time, in milliseconds since the epoch. */
    long time() {
        return time;
    }

    /** What is wrong with the document in itself: {@link Faulty}, or anything else where it is not a commit's. */
    @Nullable
    RuntimeException fault() {
        return fault;
    }

    private void read(RawBsonDocument document, CommitBytes commit, MessageDigest sha256) {
        index = commit.int64(CommitFields.ID);
        count = commit.int32(CommitFields.COUNT);
        commit.openArray(CommitFields.EVENTS);
        while (!commit.atEnd()) {
            readEvent(document, commit, sha256);
        }
        commit.close();
        commit.openDocument(CommitFields.TREE);
        root = commit.binary(CommitFields.ROOT);
        commit.openArray(CommitFields.FRONTIER);
        while (!commit.atEnd()) {
            frontier.add(commit.nextBinary());
        }
        commit.close();
        commit.close();
        commit.string(CommitFields.WRITER);
        time = commit.dateTime(CommitFields.TIME);
        commit.close();
    }

    private void readEvent(RawBsonDocument document, CommitBytes commit, MessageDigest sha256) {
        commit.openNextDocument();
        Part aggregate = commit.string(CommitFields.AGGREGATE);
        long sequence = commit.int64(CommitFields.SEQUENCE);
        Part type = commit.string(CommitFields.TYPE);
        Part line = commit.string(CommitFields.LINE);
        commit.close();
        long expected = index + leaves.size();
        long plain = PlainLine.timeOf(line, expected, type, aggregate, sequence);
        latest = Math.max(
                latest,
                plain == PlainLine.NOT_PLAIN
                        ? parse(document, line, expected, new EventKey(aggregate.text(), sequence), type.text())
                        : plain);
        sha256.update(LEAF);
        sha256.update(line.bytes(), line.from(), line.length());
        leaves.add(sha256.digest());
    }

    /** What {@link PlainLine} does, by parsing; says what is wrong with the line. */
    private static long parse(RawBsonDocument document, Part stored, long expected, EventKey key, String type) {
        LedgerLine line = LedgerLine.parse(stored.text());
        if (line.index() != expected) {
            boolean missing = line.index() > expected && !contains(document, expected);
            throw Faulty.at(
                    expected,
                    missing ? Kind.MISSING : Kind.MISPLACED,
                    "Event " + line.index() + " stands where event " + expected + " should stand");
        }
        EventKey named = new EventKey(line.aggregate(), line.sequence());
        if (!named.equals(key) || !line.type().equals(type)) {
            throw Faulty.at(
                    expected,
                    Kind.MISLABELLED,
                    "Event " + expected + " is stored as " + type + " of " + key + ", and its line says " + line.type()
                            + " of " + named);
        }
        return Times.floor(line.time());
    }

    private static boolean contains(RawBsonDocument document, long index) {
        try (BsonBinaryReader reader =
                new BsonBinaryReader(document.getByteBuffer().asNIO())) {
            return new StoredCommitCodec()
                    .decode(reader, DecoderContext.builder().build()).lines().stream()
                            .anyMatch(line -> line.startsWith("{\"index\":" + index + ","));
        }
    }
}
