package casebook.mongod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One mongod for all the tests of a JVM, started when first asked for, on a temporary folder; both are gone when the JVM ends. Tests keep
 * apart by database name. Failpoints are enabled. It ignores {@value MongoServer#URI_VARIABLE}: tests drop what they find.
 */
public final class SharedMongod {
    private static final Logger log = LoggerFactory.getLogger(SharedMongod.class);
    private static final String PREFIX = "casebook-mongod-";
    private static final Duration SURELY_CLAIMED = Duration.ofMinutes(2);

    private SharedMongod() {}

    public static String connectionString() {
        return Holder.mongod.connectionString();
    }

    private static final class Holder {
        static final LocalMongod mongod = launch();
    }

    private static LocalMongod launch() {
        try {
            Path temp = Path.of(System.getProperty("java.io.tmpdir"));
            sweep(temp);
            Path folder = Files.createTempDirectory(temp, PREFIX);
            LocalMongod mongod = LocalMongod.start(folder, "--setParameter", "enableTestCommands=1");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(mongod, folder), "stop-shared-mongod"));
            return mongod;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(LocalMongod mongod, Path folder) {
        mongod.kill();
        mongod.close();
        delete(folder);
    }

    /** Ends and deletes what test JVMs that were killed have left behind. */
    static void sweep(Path temp) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temp, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isOld(folder)) {
                    DataFolder.tryClaim(folder).ifPresent(abandoned -> {
                        abandoned.stopLeftOver();
                        abandoned.release();
                        delete(folder);
                    });
                }
            }
        }
    }

    /** A young folder may belong to a JVM that has created it and not locked it yet. */
    private static boolean isOld(Path folder) throws IOException {
        FileTime changed = Files.getLastModifiedTime(folder);
        return changed.toMillis() < System.currentTimeMillis() - SURELY_CLAIMED.toMillis();
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            log.warn("{} could not be deleted: {}", folder, e.toString());
        }
    }
}
