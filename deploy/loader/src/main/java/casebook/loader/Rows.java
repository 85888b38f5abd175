package casebook.loader;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a file in order, one in memory at a time. In CSV a row may span lines, within quotes (RFC 4180). */
final class Rows implements Iterator<Row>, AutoCloseable {
    /** The service takes no more than 1 MB a filing; far more is not a file of filings. */
    private static final int LIMIT = 16_000_000;

    private final InputStream in;
    private final Format format;
    private long nextLine = 1;
    private int ahead;

    private Rows(InputStream in, Format format) throws IOException {
        this.in = in;
        this.format = format;
        this.ahead = in.read();
    }

    static Rows of(Path file, Format format) {
        try {
            return new Rows(new BufferedInputStream(Files.newInputStream(file), 1 << 16), format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return ahead >= 0;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Row read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        long line = nextLine;
        boolean quoted = false;
        boolean cellStart = true;
        while (ahead >= 0) {
            int c = ahead;
            ahead = in.read();
            bytes.write(c);
            if (c == '\n') {
                nextLine++;
                if (!quoted) {
                    break;
                }
            }
            if (c == '"' && format == Format.CSV) {
                quoted = isQuotedAfterQuote(quoted, cellStart, bytes);
            }
            cellStart = c == ',' && !quoted;
            if (bytes.size() > LIMIT) {
                throw new IOException(
                        "line " + line + " has more than " + LIMIT + " bytes: this is no file of filings");
            }
        }
        return new Row(line, nextLine - line, bytes.toByteArray());
    }

    private boolean isQuotedAfterQuote(boolean quoted, boolean cellStart, ByteArrayOutputStream bytes)
            throws IOException {
        if (quoted && ahead == '"') {
            bytes.write(ahead);
            ahead = in.read();
            return true;
        }
        return !quoted && cellStart;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
