package casebook.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The lines of an exported ledger, byte for byte; what is compressed with gzip is seen by its first bytes. */
final class Lines implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    /** Far more than a line may have, so that a file that is no ledger does not fill the memory. */
    private static final int MAX_LINE = 1 << 24;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private long number = 1;

    private Lines(InputStream in) {
        this.in = in;
    }

    /** Opens a file, or standard input for {@code -}. */
    static Lines open(Path file) throws IOException {
        return of(file.toString().equals("-") ? System.in : Files.newInputStream(file));
    }

    static Lines of(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return new Lines(magic == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in);
    }

    /** The next line without its newline; null after the last. */
    byte @Nullable [] next() throws IOException {
        line.reset();
        while (position < limit || fill()) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, end - position);
            position = end + 1;
            if (end < limit) {
                number++;
                return line.toByteArray();
            }
            if (line.size() > MAX_LINE) {
                throw Wrong.Kind.UNREADABLE.with("Line %d is no line of a ledger.".formatted(number));
            }
        }
        if (line.size() > 0) {
            throw Wrong.Kind.UNREADABLE.with("Line %d breaks off without a newline.".formatted(number));
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        position = 0;
        try {
            limit = Math.max(in.read(buffer), 0);
            return limit > 0;
        } catch (EOFException | ZipException e) {
            throw Wrong.Kind.UNREADABLE.with("What is compressed breaks off or is damaged, after line %d: %s."
                    .formatted(number - 1, e.getMessage()));
        }
    }
}
