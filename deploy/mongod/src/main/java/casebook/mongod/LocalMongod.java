package casebook.mongod;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mongod of our own: a replica set of one node, on the loopback only, with a data folder that one program at a time may use.
 *
 * <p>When this JVM dies without {@link #close()}, the mongod lives on; the next start on the same data folder stops it first and goes
 * on with its data. The data folder is never deleted here.
 */
public final class LocalMongod implements MongoServer {
    private static final Logger log = LoggerFactory.getLogger(LocalMongod.class);

    private final DataFolder folder;
    private final MongodCommand command;
    private Process process;

    private LocalMongod(DataFolder folder, MongodCommand command) {
        this.folder = folder;
        this.command = command;
        this.process = launch();
    }

    /** Starts on a free port. See {@link #start(Path, int, String...)}. */
    public static LocalMongod start(Path dataFolder, String... extraArguments) {
        return start(dataFolder, FreePort.find(), extraArguments);
    }

    /**
     * Starts a mongod and returns once it is primary.
     *
     * @param dataFolder created if missing
     * @param extraArguments mongod's own options; they replace our defaults of the same name
     * @throws MongodException if another program uses the folder, or mongod cannot be found or does not come up
     */
    public static LocalMongod start(Path dataFolder, int port, String... extraArguments) {
        DataFolder folder = DataFolder.claim(dataFolder);
        try {
            folder.stopLeftOver();
            return new LocalMongod(
                    folder, MongodCommand.of(MongodBinary.locate(), folder.path(), port, extraArguments));
        } catch (RuntimeException e) {
            folder.release();
            throw e;
        }
    }

    /** Names the replica set, so that a client waits for the primary while mongod restarts. */
    @Override
    public String connectionString() {
        return "mongodb://" + command.address() + "/?replicaSet=" + ReplicaSet.NAME;
    }

    public int port() {
        return command.port();
    }

    public synchronized long pid() {
        return process.pid();
    }

    /** SIGKILL, as a crash would do it. {@link #restart()} brings it back. */
    public synchronized void kill() {
        process.destroyForcibly();
        Waiting.forExit(process);
    }

    /** Stops mongod, if it still runs, and starts it on the same data folder and port. */
    public synchronized void restart() {
        stop();
        process = launch();
    }

    /** A clean shutdown; SIGKILL only if mongod does not follow within three minutes. */
    @Override
    public synchronized void close() {
        stop();
        folder.release();
    }

    private void stop() {
        process.destroy();
        if (!Waiting.until(Waiting.STOP, () -> !process.isAlive())) {
            log.warn("mongod {} did not stop within {}: killing it", process.pid(), Waiting.STOP);
            kill();
        }
    }

    private Process launch() {
        folder.turnLog();
        Process started = command.launch(folder);
        try {
            new ReplicaSet(command, started).awaitPrimary();
        } catch (RuntimeException e) {
            started.destroyForcibly();
            Waiting.forExit(started);
            throw new MongodException(e.getMessage() + folder.logTail(), e);
        }
        log.info("mongod {} is primary on {}, data in {}", started.pid(), command.address(), folder.path());
        return started;
    }
}
