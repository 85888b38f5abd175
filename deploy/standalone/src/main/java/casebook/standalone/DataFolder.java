package casebook.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** The folder that holds everything which must outlive the program. One program at a time has it. */
final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileLock lock;

    private DataFolder(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws IllegalStateException if another program has the folder */
    static DataFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(
                folder.resolve("standalone.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("Another Casebook is running on " + folder);
        }
        return new DataFolder(folder, lock);
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** A file that its owner alone can read; made on the first start, whole or not at all. */
    Path secret(String name, Supplier<String> content) throws IOException {
        var file = folder.resolve(name);
        if (Files.notExists(file)) {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var fresh = Files.createTempFile(folder, name, ".new", owner);
            Files.writeString(fresh, content.get());
            try (var written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
