package casebook.loader;

import java.nio.file.Path;
import java.util.Locale;

/** How a file holds its filings. */
enum Format {
    NDJSON("application/x-ndjson", 0),
    CSV("text/csv", 1);

    private final String mediaType;
    private final long headerLine;

    Format(String mediaType, long headerLine) {
        this.mediaType = mediaType;
        this.headerLine = headerLine;
    }

    static Format of(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? CSV : NDJSON;
    }

    String mediaType() {
        return mediaType;
    }

    boolean isHeader(Row row) {
        return row.line() == headerLine;
    }
}
