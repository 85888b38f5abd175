package casebook.benchmarks.reads;

import casebook.benchmarks.Machine;
import casebook.mongod.LocalMongod;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of {@code deploy/bench reads}. */
@Command(
        name = "reads",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = {
            "Fills a ledger of its own with sample incidents, lets the query service read it, and asks the service at a fixed rate.",
            "It prints how long answers take beside the same question asked of plain documents, how soon filings are visible, and how fast read models are made.",
            "It fails where an answer does, and with 1,000,000 incidents where a goal is missed."
        })
public final class ReadBenchmark implements Callable<Integer> {

    private static final long BYTES_OF_AN_INCIDENT = 20_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--incidents", defaultValue = "100000", description = "How many.")
    private int incidents;

    @Option(names = "--rate", defaultValue = "50", description = "Questions a second.")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description =
                    "How long each question is asked, after a third of it to warm up. With 0, some times, to see that there are answers.")
    private int seconds;

    @Option(
            names = "--filings",
            defaultValue = "200",
            description = "Filings a second, while it is measured how soon they are visible.")
    private int filings;

    @Option(
            names = "--meanwhile",
            defaultValue = "1",
            description = "Filings a second, while tables are asked of a ledger that goes on.")
    private int meanwhile;

    @Option(
            names = "--only",
            split = ",",
            converter = Phase.Converter.class,
            description = "What is measured, of: ${COMPLETION-CANDIDATES}. All, if nothing is given.")
    private Set<Phase> only = EnumSet.allOf(Phase.class);

    @Option(names = "--heap", defaultValue = "1g", description = "The most heap that each service may have.")
    @SuppressWarnings("NullAway.Init")
    private String heap;

    @Option(names = "--cache", defaultValue = "4", description = "How many GB mongod may keep in memory.")
    @SuppressWarnings("NullAway.Init")
    private String cache;

    @Option(
            names = "--folder",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "Where mongod keeps its data meanwhile.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--data",
            description = "A folder whose data stay, and are used again by the next run with as many incidents.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException {
        if (Math.min(rate, Math.min(filings, meanwhile)) < 1) {
            throw new ParameterException(spec.commandLine(), "Rates are at least 1");
        }
        var kept = data;
        var used = kept == null ? Files.createTempDirectory(folder, "casebook-reads-") : Files.createDirectories(kept);
        try {
            return measure(used) ? 0 : 1;
        } finally {
            if (kept == null) {
                delete(used);
            }
        }
    }

    private boolean measure(Path used) throws IOException {
        var report = new Report(spec.commandLine().getOut());
        var needed = BYTES_OF_AN_INCIDENT * incidents;
        if (used.toFile().list().length == 0 && Files.getFileStore(used).getUsableSpace() < needed) {
            throw new ParameterException(spec.commandLine(), "It takes some " + (needed >> 30) + " GB in " + used);
        }
        report.line("%s; %s", Machine.description(used), Machine.load());
        try (var mongod = LocalMongod.start(used, "--wiredTigerCacheSizeGB", cache);
                var client = MongoClients.create(mongod.connectionString())) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(mongod::kill));
            return new ReadRun(mongod, client.getDatabase(ReadRun.DATABASE), report, incidents, heap)
                    .measure(only, new Pace(new Load(rate, seconds), new Load(filings, seconds), meanwhile));
        } catch (IllegalArgumentException otherData) {
            throw new ParameterException(spec.commandLine(), otherData.getMessage(), otherData);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
