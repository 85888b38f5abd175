package casebook.loader;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file of filings and its size.
 *
 * @param count filings, without header and blank lines
 * @param lastLine the line on which the last filing starts; 0 if there is none
 */
record Filings(Path file, Format format, long count, long lastLine) {
    static Filings of(Path file) {
        Format format = Format.of(file);
        long count = 0;
        long lastLine = 0;
        try (Rows rows = Rows.of(file, format)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (!format.isHeader(row) && !row.isBlank()) {
                    count++;
                    lastLine = row.line();
                }
            }
        }
        return new Filings(file, format, count, lastLine);
    }

    /** The file with the lines up to and with {@code answered} blanked, so that line numbers stay those of the file. */
    Stream<byte[]> contentAfter(long answered) {
        Rows rows = Rows.of(file, format);
        return stream(rows)
                .map(row -> row.line() > answered || format.isHeader(row) ? row : row.blanked())
                .map(Row::bytes)
                .onClose(rows::close);
    }

    private static Stream<Row> stream(Iterator<Row> rows) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
