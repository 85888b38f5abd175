package casebook.standalone;

import casebook.command.CommandService;
import casebook.mongod.MongoServer;
import casebook.personaldata.MasterKey;
import casebook.query.QueryService;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts MongoDB and both services, in this order, and stops them in the opposite one. */
public final class Standalone implements AutoCloseable {

    /** The name of the log of who looked at what. */
    private static final String ACCESSES = "casebook.example/access";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private Standalone() {}

    public static void main(String[] args) throws Exception {
        quietUntilTheServicesLog();
        var settings = Settings.of(System.getenv(), Path.of(System.getProperty("user.home")));
        var stopped = new CountDownLatch(1);
        var standalone = new Standalone();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            standalone.close();
            stopped.countDown();
        }));
        try {
            standalone.start(settings, System.getenv());
        } catch (Exception e) {
            LoggerFactory.getLogger(Standalone.class).error("Casebook could not start", e);
            System.err.println("Casebook could not start: " + Reasons.of(e));
            System.exit(1);
        }
        Welcome.print(settings, System.out);
        stopped.await();
    }

    /** Before a service has set up the log file, only what is wrong is worth a line. */
    private static void quietUntilTheServicesLog() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    private synchronized void start(Settings settings, Map<String, String> environment) throws IOException {
        var data = add(DataFolder.open(settings.data()));
        var mongo = add(MongoServer.open(environment, data.folder("mongodb")));
        var key = DemoKey.in(data);
        var masterKey = data.secret("master-key.json", MasterKey::generate);
        var log = LogKeys.in(data, settings.origin());
        var common = List.of(
                "--server.address=" + settings.address(),
                "--spring.mongodb.uri=" + mongo.connectionString(),
                "--casebook.database=" + settings.database(),
                "--casebook.personal-data.master-key-file=" + masterKey,
                "--casebook.ledger.origin=" + settings.origin(),
                "--casebook.ledger.trusted-keys=" + String.join(",", log.trusted()),
                "--casebook.ledger.checkpoints.key-file=" + log.signing(),
                "--casebook.ledger.checkpoints.file=" + data.file("checkpoints"),
                "--logging.file.name=" + data.file("casebook.log"),
                "--logging.threshold.console=OFF",
                "--logging.level.org.mongodb.driver=WARN");
        run(CommandService.application(), settings.commandPort(), common, key, DemoIssuer.class, DemoDecoder.class);
        run(QueryService.application(), settings.queryPort(), reading(common, data), key, DemoDecoder.class);
    }

    /** The query service signs its own records of who looked at what. */
    private static List<String> reading(List<String> common, DataFolder data) throws IOException {
        var accesses = LogKeys.ofAccesses(data, ACCESSES);
        var all = new ArrayList<>(common);
        all.addAll(List.of(
                "--casebook.access.origin=" + ACCESSES,
                "--casebook.access.trusted-keys=" + String.join(",", accesses.trusted()),
                "--casebook.access.checkpoints.key-file=" + accesses.signing(),
                "--casebook.access.checkpoints.file=" + data.file("access-checkpoints")));
        return all;
    }

    private void run(SpringApplicationBuilder service, int port, List<String> common, DemoKey key, Class<?>... more) {
        var arguments = new ArrayList<>(common);
        arguments.add("--server.port=" + port);
        add(service.sources(more)
                .registerShutdownHook(false)
                .initializers(context -> context.getBeanFactory().registerSingleton("demoKey", key))
                .run(arguments.toArray(String[]::new)));
    }

    private <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LoggerFactory.getLogger(Standalone.class).warn("A part did not stop cleanly", e);
            }
        }
    }
}
