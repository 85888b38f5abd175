package casebook.mongod;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that keeps a fetched mongod. Only whole files get their name in it, and one process at a time fetches. */
record BinaryCache(Path folder) implements MongodBinary.Source {
    private static final Logger log = LoggerFactory.getLogger(BinaryCache.class);
    private static final Object oneThread = new Object();

    static BinaryCache ofUser() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static BinaryCache of(Map<String, String> environment, Path home) {
        String cacheHome = environment.getOrDefault("XDG_CACHE_HOME", "");
        return new BinaryCache((cacheHome.isBlank() ? home.resolve(".cache") : Path.of(cacheHome)).resolve("casebook"));
    }

    @Override
    public Path find() throws Unavailable {
        if (!Files.isExecutable(binary())) {
            throw new Unavailable("there is none in the cache folder " + folder);
        }
        return binary();
    }

    private Path binary() {
        return folder.resolve("mongod");
    }

    Path findOr(Download download) throws Unavailable {
        synchronized (oneThread) {
            try {
                Files.createDirectories(folder);
                try (FileChannel channel = FileChannel.open(
                                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock _ = channel.lock()) {
                    return Files.isExecutable(binary()) ? binary() : fetch(download);
                }
            } catch (IOException e) {
                throw new Unavailable("the cache folder " + folder + " cannot be filled: " + e);
            }
        }
    }

    private Path fetch(Download download) throws Unavailable, IOException {
        Path work = Files.createTempDirectory(folder, "fetching-");
        try {
            log.info("Fetching MongoDB into {}, once", folder);
            Path fetched = download.fetch(work);
            Path whole = Files.copy(fetched, work.resolve("whole-mongod"));
            if (!whole.toFile().setExecutable(true)) {
                throw new Unavailable("the cache folder " + folder + " does not take executable files");
            }
            if (!runs(whole)) {
                throw new Unavailable("the mongod that was fetched does not run on this system");
            }
            return Files.move(whole, binary(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Folders.delete(work);
        }
    }

    /** A library that the binary needs may be missing here, such as OpenSSL 3. */
    private static boolean runs(Path mongod) throws IOException {
        Process process = new ProcessBuilder(mongod.toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return Waiting.until(Waiting.STOP, () -> !process.isAlive()) && process.exitValue() == 0;
    }
}
