package casebook.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bson.BsonType;
import org.bson.RawBsonDocument;

/**
 * Reads the bytes of a commit from front to back, in the one order in which commits are written, without making objects of them. What
 * is not stored so is {@link BrokenLedger}.
 */
final class CommitBytes {

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private int at;

    CommitBytes(RawBsonDocument document) {
        this.buffer = document.getByteBuffer().asNIO().order(ByteOrder.LITTLE_ENDIAN);
        this.bytes = buffer.array();
        this.at = buffer.arrayOffset() + buffer.position() + Integer.BYTES;
    }

    /** A part of the document's bytes. */
    record Part(byte[] bytes, int from, int length) {

        boolean equalTo(byte[] other) {
            return equalTo(other, 0, other.length);
        }

        boolean equalTo(byte[] other, int otherFrom, int otherTo) {
            return Arrays.equals(bytes, from, from + length, other, otherFrom, otherTo);
        }

        String text() {
            return new String(bytes, from, length, UTF_8);
        }
    }

    long int64(String name) {
        element(BsonType.INT64, name);
        return buffer.getLong(skip(Long.BYTES));
    }

    int int32(String name) {
        element(BsonType.INT32, name);
        return buffer.getInt(skip(Integer.BYTES));
    }

    long dateTime(String name) {
        element(BsonType.DATE_TIME, name);
        return buffer.getLong(skip(Long.BYTES));
    }

    Part string(String name) {
        element(BsonType.STRING, name);
        int length = length(1);
        return new Part(bytes, skip(length), length - 1);
    }

    Part binary(String name) {
        element(BsonType.BINARY, name);
        return binary();
    }

    /** The next element of an array of binary data, whatever its name. */
    Part nextBinary() {
        element(BsonType.BINARY);
        return binary();
    }

    void openDocument(String name) {
        element(BsonType.DOCUMENT, name);
        skip(Integer.BYTES);
    }

    void openArray(String name) {
        element(BsonType.ARRAY, name);
        skip(Integer.BYTES);
    }

    /** The next element of an array of documents, whatever its name. */
    void openNextDocument() {
        element(BsonType.DOCUMENT);
        skip(Integer.BYTES);
    }

    /** Whether the document or array has no further element. */
    boolean atEnd() {
        return bytes[at] == 0;
    }

    /** Leaves the document or array, which has no further element. */
    void close() {
        if (!atEnd()) {
            throw new BrokenLedger("A commit has a member that commits do not have");
        }
        skip(1);
    }

    private Part binary() {
        int length = length(0);
        skip(1);
        return new Part(bytes, skip(length), length);
    }

    private void element(BsonType type, String name) {
        element(type);
        int from = at - 1 - name.length();
        for (int i = 0; i < name.length(); i++) {
            if (bytes[from + i] != name.charAt(i)) {
                throw new BrokenLedger("A commit has no member “" + name + "” where it should stand");
            }
        }
    }

    private void element(BsonType type) {
        if (bytes[at] != type.getValue()) {
            throw new BrokenLedger("A commit has something else where " + type + " should stand");
        }
        skip(1);
        while (bytes[at] != 0) {
            skip(1);
        }
        skip(1);
    }

    private int length(int least) {
        int length = buffer.getInt(skip(Integer.BYTES));
        if (length < least || length > bytes.length - at) {
            throw new BrokenLedger("A commit has a member of " + length + " bytes");
        }
        return length;
    }

    /** Where what is skipped begins. */
    private int skip(int count) {
        at += count;
        return at - count;
    }
}
