package casebook.command.incident.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a text as RFC 4180 has them, read one at a time. Lines end with CR LF, LF or CR; empty ones are skipped. What cannot be a
 * row is passed over up to where the next can begin, and of a row that is too long nothing more is kept.
 */
final class CsvRows {

    private static final int END = -1;

    private final BufferedReader text;
    private final int maxLength;
    private final StringBuilder field = new StringBuilder();
    private int before;
    private int current;
    private long line = 1;
    private int length;
    private boolean isWellFormed;

    /** @param maxLength the most characters that the fields of a row may have together */
    CsvRows(BufferedReader text, int maxLength) throws IOException {
        this.text = text;
        this.maxLength = maxLength;
        this.current = text.read();
    }

    /** The next row, null at the end. */
    @Nullable
    Row next() throws IOException {
        while (isEndOfLine()) {
            advance();
        }
        return current == END ? null : row();
    }

    private Row row() throws IOException {
        long start = line;
        length = 0;
        isWellFormed = true;
        var fields = new ArrayList<String>();
        fields.add(field());
        while (current == ',') {
            advance();
            fields.add(field());
        }
        return new Row(start, fields, isWellFormed, length > maxLength);
    }

    private String field() throws IOException {
        field.setLength(0);
        if (current == '"') {
            quoted();
        } else {
            while (!isEndOfField()) {
                keep();
            }
        }
        return field.toString();
    }

    /** A quote that is never closed, or text between the closing quote and the next field, is malformed. */
    private void quoted() throws IOException {
        advance();
        boolean isClosed = isClosing();
        while (!isClosed && current != END) {
            keep();
            isClosed = isClosing();
        }
        isWellFormed &= isClosed && isEndOfField();
        while (!isEndOfField()) {
            advance();
        }
    }

    /** Goes past a quote; two quotes are one that is kept. */
    private boolean isClosing() throws IOException {
        if (current != '"') {
            return false;
        }
        advance();
        return current != '"';
    }

    private void keep() throws IOException {
        if (++length <= maxLength) {
            field.append((char) current);
        }
        advance();
    }

    private void advance() throws IOException {
        if (current == '\r' || current == '\n' && before != '\r') {
            line++;
        }
        before = current;
        current = text.read();
    }

    private boolean isEndOfField() {
        return current == ',' || current == END || isEndOfLine();
    }

    private boolean isEndOfLine() {
        return current == '\r' || current == '\n';
    }

    /**
     * One row.
     *
     * @param line on which it starts, counted from 1
     * @param isTooLong whether its fields end where they became too long
     */
    record Row(long line, List<String> fields, boolean isWellFormed, boolean isTooLong) {}
}
