package casebook.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a bundle for a court, a zip. */
final class Bundle implements AutoCloseable {

    static final String CHECKPOINT = "checkpoint";
    static final String KEY = "key.vkey";
    static final String EVENTS = "events.ndjson";
    static final String PROOFS = "proofs.json";
    static final String ATTACHMENTS = "attachments.json";
    static final String SUMS = "SHA256SUMS";

    private static final List<String> REQUIRED =
            List.of(CHECKPOINT, KEY, EVENTS, PROOFS, "timeline.html", "timeline.pdf", ATTACHMENTS, "README.txt", SUMS);
    private static final String LOG_PROOF = ".tlog-proof";

    /** More than any case has, so that a hostile zip does not fill the memory. */
    private static final int MAX_FILE = 1 << 29;

    private final ZipFile zip;
    private final Map<String, ZipEntry> files = new TreeMap<>();

    private Bundle(ZipFile zip) {
        this.zip = zip;
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            if (files.put(entry.getName(), entry) != null) {
                throw Wrong.Kind.ADDED.with("The bundle has two files %s.".formatted(entry.getName()));
            }
        });
        for (String name : REQUIRED) {
            if (!files.containsKey(name)) {
                throw Wrong.Kind.MISSING.with("The bundle has no file %s.".formatted(name));
            }
        }
    }

    static Bundle open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw Wrong.Kind.UNREADABLE.with("%s is no zip: %s.".formatted(file, e.getMessage()));
        }
        try {
            return new Bundle(zip);
        } catch (Wrong e) {
            zip.close();
            throw e;
        }
    }

    /** The names of all files, sorted. */
    Iterable<String> names() {
        return files.keySet();
    }

    /** The names of the files with a C2SP {@code tlog-proof}. */
    List<String> logProofs() {
        return files.keySet().stream().filter(name -> name.endsWith(LOG_PROOF)).toList();
    }

    byte[] bytes(String name) {
        try (InputStream in = zip.getInputStream(Objects.requireNonNull(files.get(name)))) {
            byte[] bytes = in.readNBytes(MAX_FILE);
            if (bytes.length == MAX_FILE) {
                throw Wrong.Kind.UNREADABLE.with("The file %s of the bundle is too large.".formatted(name));
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw Wrong.Kind.UNREADABLE.with("The file %s of the bundle: %s.".formatted(name, e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        return new String(bytes(name), UTF_8);
    }

    Reader reader(String name) {
        return new StringReader(text(name));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
