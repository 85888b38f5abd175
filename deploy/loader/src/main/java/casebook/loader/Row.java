package casebook.loader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * @param line the line of the file on which it starts, from 1
 * @param lineEnds how many lines it ends: 0 for a last line without a line feed
 * @param bytes as they stand in the file, with the line feed
 */
@SuppressWarnings("ArrayRecordComponent") // rows are sent and read, never compared
record Row(long line, long lineEnds, byte[] bytes) {
    boolean isBlank() {
        return text().isBlank();
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    }

    /** The same number of lines with nothing in them: the service skips blank lines, and counts them. */
    Row blanked() {
        byte[] blank = new byte[Math.toIntExact(lineEnds)];
        Arrays.fill(blank, (byte) '\n');
        return new Row(line, lineEnds, blank);
    }
}
