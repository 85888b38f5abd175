package casebook.benchmarks.stream;

import casebook.benchmarks.Machine;
import casebook.mongod.LocalMongod;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of {@code deploy/bench stream}. */
@Command(
        name = "stream",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = {
            "Lets thousands listen to the query service, on sockets of their own, while incidents are filed at a fixed rate.",
            "It prints how long after its acknowledgement an event is there, and what a listener costs. It fails where an analyst is not told each event once and in order, or a stream ends."
        })
public final class StreamBenchmark implements Callable<Integer> {

    private static final String DATABASE = "stream";
    private static final int COMMITS_A_SECOND = 20;

    /** With fewer there are no analysts, who may see everything. */
    private static final int FEWEST = 100;

    private static final Duration DEADLINE = Duration.ofSeconds(120);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--listeners",
            defaultValue = "2000",
            description = "How many, at least 100. Each takes two file descriptors.")
    private int listeners;

    @Option(names = "--rate", defaultValue = "100", description = "Events a second.")
    private int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "How long, after as long to warm up.")
    private int seconds;

    @Option(
            names = "--folder",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "Where mongod keeps its data meanwhile.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (listeners < FEWEST || rate < 1) {
            throw new ParameterException(
                    spec.commandLine(), "There are " + FEWEST + " listeners at least, and 1 event a second");
        }
        var data = Files.createTempDirectory(folder, "casebook-stream-");
        try (var mongod = LocalMongod.start(data);
                var client = MongoClients.create(mongod.connectionString())) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(mongod::kill));
            print("%s; %s", Machine.description(data), Machine.load());
            return measure(mongod, client.getDatabase(DATABASE));
        } finally {
            try (var paths = Files.walk(data)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private int measure(LocalMongod mongod, MongoDatabase database) throws IOException, InterruptedException {
        try (var filings = new Filings(database, 2 * seconds * rate + 1);
                var service = new StreamService(mongod.connectionString(), DATABASE, listeners)) {
            var arrivals = new Arrivals(filings::nanosSince);
            try (var crowd = new Crowd(arrivals)) {
                filings.file(1);
                var without = heap();
                crowd.gather(service.port(), listeners);
                await(crowd::isThere);
                print(
                        "%,d listeners: %.1f KB of heap for each, both ends",
                        listeners, (heap() - without) / 1e3 / listeners);
                file(filings);
                arrivals.countAfter(filings.filed());
                var before = filings.filed();
                var start = System.nanoTime();
                var cpu = serviceNanos(crowd);
                file(filings);
                var taken = (System.nanoTime() - start) / 1e9;
                var used = (serviceNanos(crowd) - cpu) / 1e9;
                var filed = filings.filed() - before;
                print(
                        "%,d events filed at %.1f/s of %d/s, %,.0f told/s: %.2f cores, filing included; %s",
                        filed, filed / taken, rate, arrivals.count() / taken, used / taken, Machine.load());
                await(() -> crowd.hasHeard(filings.filed()));
                print("from acknowledgement to arrival: %s", arrivals.latencies());
                return verdict(crowd.misinformed(filings.filed()), crowd.ended());
            }
        }
    }

    private int verdict(long misinformed, long ended) {
        if (misinformed + ended == 0) {
            return 0;
        }
        print("FAILED: %,d analysts were not told each event once and in order, %,d streams ended", misinformed, ended);
        return 1;
    }

    /** Each commit has what has come due since the one before; it ends when the last second is over. */
    private void file(Filings filings) {
        var start = System.nanoTime();
        var step = Duration.ofSeconds(1).dividedBy(COMMITS_A_SECOND).toNanos();
        for (int commit = 1; commit <= seconds * COMMITS_A_SECOND; commit++) {
            LockSupport.parkNanos(start + commit * step - System.nanoTime());
            var due = commit * rate / COMMITS_A_SECOND - (commit - 1) * rate / COMMITS_A_SECOND;
            if (due > 0) {
                filings.file(due);
            }
        }
    }

    private static long serviceNanos(Crowd crowd) {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
                - ManagementFactory.getThreadMXBean().getThreadCpuTime(crowd.threadId());
    }

    private static long heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        var deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not all that was due has come");
            }
            Thread.sleep(50);
        }
    }

    private void print(String format, Object... arguments) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
