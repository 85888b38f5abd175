package casebook.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import casebook.transparency.CheckpointJournal;
import casebook.transparency.Malformed;
import casebook.transparency.SignedCheckpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The file outside the database that holds every checkpoint, in the form of {@link CheckpointJournal}. It is only ever appended to, and
 * forced to disk each time; what a crash left half written at its end is cut off first. Several processes may share it: each takes a
 * lock while it writes, and looks what the others have written.
 */
final class CheckpointFile {

    /** A lock on a file is held by the whole process, so that its threads have to agree by other means. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    /** What a signature line begins with, byte by byte. */
    private static final String DASH = new String("\u2014 ".getBytes(UTF_8), ISO_8859_1);

    private static final String EMPTY_LINE = "\n\n";
    private static final int FIRST_LOOK = 16 * 1024;
    private static final int MAX_LOOK = 4 * 1024 * 1024;

    private final Path path;
    private final String origin;

    /**
     * The file for a log, which need not be there yet.
     *
     * @throws IOException if it cannot be written, or holds something else
     */
    CheckpointFile(Path path, String origin) throws IOException {
        this.path = path.toAbsolutePath();
        this.origin = origin;
        Files.createDirectories(this.path.getParent());
        boolean fresh = Files.notExists(this.path);
        try (FileChannel file = FileChannel.open(this.path, CREATE, READ, WRITE)) {
            last(file);
        }
        if (fresh) {
            // The file's name is in its folder, which has to be on disk too.
            try (FileChannel folder = FileChannel.open(this.path.getParent(), READ)) {
                folder.force(true);
            }
        }
    }

    /** The last checkpoint that is there as a whole. */
    Optional<SignedCheckpoint> newest() throws IOException {
        try (FileChannel file = FileChannel.open(path, READ)) {
            return Optional.ofNullable(last(file).checkpoint());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Appends a checkpoint, unless there is one as large. When this returns it is on disk. */
    void append(SignedCheckpoint checkpoint) throws IOException {
        IN_THIS_PROCESS.lock();
        try (FileChannel file = FileChannel.open(path, CREATE, READ, WRITE);
                FileLock _ = file.lock()) {
            Last last = last(file);
            if (last.size() < checkpoint.checkpoint().size()) {
                file.truncate(last.end());
                ByteBuffer record = ByteBuffer.wrap(CheckpointJournal.record(checkpoint));
                for (long at = last.end(); record.hasRemaining(); ) {
                    at += file.write(record, at);
                }
                file.force(true);
            }
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /**
     * The last whole record.
     *
     * @param end where it ends in the file
     */
    private record Last(@Nullable SignedCheckpoint checkpoint, long end) {

        long size() {
            return checkpoint == null ? -1 : checkpoint.checkpoint().size();
        }
    }

    /** Looks at the end of the file, and at more of it only if the last record is longer. */
    private Last last(FileChannel file) throws IOException {
        long length = file.size();
        for (int look = FIRST_LOOK; look <= MAX_LOOK; look *= 2) {
            long from = Math.max(0, length - look);
            String text = read(file, from, length);
            int end = endOfRecordBefore(text, text.length());
            int begin = endOfRecordBefore(text, end - 1);
            if (from == 0 || begin > 0) {
                requireUnfinished(text.substring(end));
                return new Last(end == 0 ? null : parse(text.substring(begin, end - 1)), from + end);
            }
        }
        throw new IOException(path + " does not end with checkpoints");
    }

    /** 0 if there is none: an empty line ends a record if the line before it is a signature. */
    private static int endOfRecordBefore(String text, int before) {
        int at = text.lastIndexOf(EMPTY_LINE, before - EMPTY_LINE.length());
        while (at >= 0 && !text.startsWith(DASH, text.lastIndexOf('\n', at - 1) + 1)) {
            at = text.lastIndexOf(EMPTY_LINE, at - 1);
        }
        return at < 0 ? 0 : at + EMPTY_LINE.length();
    }

    private SignedCheckpoint parse(String record) throws IOException {
        try {
            SignedCheckpoint checkpoint = SignedCheckpoint.parse(record.getBytes(ISO_8859_1));
            if (checkpoint.checkpoint().origin().equals(origin)) {
                return checkpoint;
            }
        } catch (Malformed e) {
            throw new IOException(path + " does not end with a checkpoint", e);
        }
        throw notOurs();
    }

    /**
     * What stands behind the last record must be the beginning of another, or this is no file of ours to cut. After a power cut, zeros may
     * stand where the rest was to be.
     */
    private void requireUnfinished(String rest) throws IOException {
        String begin = new String((origin + "\n").getBytes(UTF_8), ISO_8859_1);
        int zeros = rest.indexOf('\0');
        String written = zeros < 0 ? rest : rest.substring(0, zeros);
        if (!begin.startsWith(written) && !written.startsWith(begin)) {
            throw notOurs();
        }
    }

    private IOException notOurs() {
        return new IOException(path + " holds something else than checkpoints of " + origin);
    }

    /** A character for each byte. */
    private static String read(FileChannel file, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
        for (long at = from; bytes.hasRemaining(); ) {
            int count = file.read(bytes, at);
            if (count < 0) {
                break;
            }
            at += count;
        }
        return new String(bytes.array(), 0, bytes.position(), ISO_8859_1);
    }
}
