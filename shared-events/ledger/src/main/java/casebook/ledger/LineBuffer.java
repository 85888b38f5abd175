package casebook.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bson.io.BasicOutputBuffer;

/** The driver's buffer encodes text character by character; the lines are most of what is written. */
final class LineBuffer extends BasicOutputBuffer {

    LineBuffer(int initialSize) {
        super(initialSize);
    }

    @Override
    public void writeString(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        writeInt32(bytes.length + 1);
        writeBytes(bytes);
        writeByte(0);
    }
}
