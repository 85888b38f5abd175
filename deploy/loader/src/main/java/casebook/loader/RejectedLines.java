package casebook.loader;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file beside the input that takes each rejected line with its reason, as NDJSON: {@code line}, {@code problem}, {@code original}.
 * It is there only if a line was rejected; each run writes it anew.
 */
final class RejectedLines implements AutoCloseable {
    private final Path file;
    private final Rows originals;
    private @Nullable BufferedWriter out;

    RejectedLines(Filings filings) {
        this.file = fileFor(filings.file());
        this.originals = Rows.of(filings.file(), filings.format());
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path fileFor(Path filings) {
        return filings.resolveSibling(filings.getFileName() + ".rejected.ndjson");
    }

    /** Results come in the order of the lines, so one pass over the input finds all originals. */
    void add(Result result) {
        ObjectNode entry = Json.MAPPER.createObjectNode().put("line", result.line());
        if (result.problem() != null) {
            entry.set("problem", result.problem());
        }
        entry.put("original", original(result.line()));
        try {
            writer().append(entry.toString()).append('\n').flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String original(long line) {
        while (originals.hasNext()) {
            Row row = originals.next();
            if (row.line() >= line) {
                return row.text();
            }
        }
        return "";
    }

    private BufferedWriter writer() throws IOException {
        if (out == null) {
            out = Files.newBufferedWriter(file);
        }
        return out;
    }

    @Override
    public void close() {
        originals.close();
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
