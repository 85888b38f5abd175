package casebook.mongod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A data folder that this program holds by a file lock. The lock ends with the program, however it ends: so a mongod that runs on a
 * folder whose lock is free is left over, and nobody uses it.
 */
record DataFolder(Path path, FileChannel channel) {
    static final String LOG = "mongod.log";
    static final String OUTPUT = "mongod.out";

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final long LOG_LIMIT = 20_000_000;
    private static final int TAIL = 8;

    static DataFolder claim(Path path) {
        return tryClaim(path)
                .orElseThrow(() -> new MongodException("Another running program uses the data folder " + path
                        + ". Stop it, or choose another data folder."));
    }

    static Optional<DataFolder> tryClaim(Path path) {
        try {
            Path folder = Files.createDirectories(path).toRealPath();
            FileChannel channel = FileChannel.open(
                    folder.resolve("casebook.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) != null) {
                return Optional.of(new DataFolder(folder, channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new MongodException("The data folder " + path + " cannot be used: " + e, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProgram) {
            return null;
        }
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the mongod that a program left behind when it died. Touches no process but a mongod that has this very folder open. */
    void stopLeftOver() {
        leftOver().ifPresent(mongod -> {
            log.info("Stopping mongod {}, left over on {}", mongod.pid(), path);
            mongod.destroy();
            if (!Waiting.until(Waiting.STOP, () -> leftOver().isEmpty())) {
                mongod.destroyForcibly();
            }
            if (!Waiting.until(Waiting.STOP, () -> leftOver().isEmpty())) {
                throw new MongodException("mongod " + mongod.pid() + " still uses " + path + " and does not end");
            }
        });
    }

    Optional<ProcessHandle> leftOver() {
        return lockedBy().flatMap(ProcessHandle::of).filter(this::isMongodHere);
    }

    private Optional<Long> lockedBy() {
        try {
            String pid = Files.readString(path.resolve("mongod.lock")).strip();
            return pid.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(pid)) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** A zombie has no arguments any more, and so is not taken for a running mongod. */
    private boolean isMongodHere(ProcessHandle process) {
        List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
        int dbpath = arguments.indexOf("--dbpath");
        return process.info().command().orElse("").contains("mongod")
                && dbpath >= 0
                && dbpath + 1 < arguments.size()
                && arguments.get(dbpath + 1).equals(path.toString());
    }

    /** mongod appends to its log for ever; one old log is kept. */
    void turnLog() {
        Path current = path.resolve(LOG);
        try {
            if (Files.exists(current) && Files.size(current) > LOG_LIMIT) {
                Files.move(current, path.resolve(LOG + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines that mongod wrote, for an error message. */
    String logTail() {
        return Stream.of(OUTPUT, LOG)
                .map(name -> tail(path.resolve(name)))
                .filter(tail -> !tail.isBlank())
                .map(tail -> System.lineSeparator() + tail)
                .collect(Collectors.joining());
    }

    private static String tail(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
