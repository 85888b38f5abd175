package casebook.benchmarks;

import casebook.benchmarks.reads.GenerateFilings;
import casebook.benchmarks.reads.ReadBenchmark;
import casebook.benchmarks.reads.ServeCommand;
import casebook.benchmarks.stream.StreamBenchmark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of {@code deploy/bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        subcommands = {ReadBenchmark.class, GenerateFilings.class, ServeCommand.class, StreamBenchmark.class},
        description = {
            "Measures the ledger against Axon's engines on MongoDB and PostgreSQL and against the driver alone.",
            "It starts a mongod and a PostgreSQL of its own, both durable, and prints medians and ratios."
        })
public final class Benchmark implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--rounds", defaultValue = "5", description = "How often each figure is taken, in turns.")
    private int rounds;

    @Option(names = "--warm-ups", defaultValue = "2", description = "Rounds that are not counted.")
    private int warmUps;

    @Option(names = "--millis", defaultValue = "1000", description = "How long each measurement takes.")
    private int millis;

    @Option(names = "--callers", split = ",", defaultValue = "1,8,64", description = "How many append at a time.")
    @SuppressWarnings("NullAway.Init")
    private List<Integer> callers;

    @Option(
            names = "--aggregates",
            defaultValue = "2000",
            description = "How many there are to be read, each of 20 events.")
    private int aggregates;

    @Option(names = "--only", defaultValue = "", description = "Only what has this in its title, such as replay.")
    @SuppressWarnings("NullAway.Init")
    private String only;

    @Option(
            names = "--folder",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "Where the servers keep their data meanwhile. Not a file system in memory.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path data = Files.createTempDirectory(folder, "casebook-bench-");
        try (Servers servers = new Servers(data)) {
            print(Machine.description(data));
            servers.description().forEach(this::print);
            print(Machine.load() + " before");
            measure(servers);
            print(Machine.load() + " after, much of it from this");
        } finally {
            delete(data);
        }
        return 0;
    }

    private void measure(Servers servers) {
        Plan plan = new Plan(rounds, Duration.ofMillis(millis), warmUps, callers, aggregates, only);
        Suite suite = new Suite(servers, Clock.systemUTC(), plan);
        Meter meter = new Meter(servers);
        for (int round = -plan.warmUps(); round < plan.rounds(); round++) {
            progress("Round " + (round + 1) + " of " + plan.rounds() + (round < 0 ? ", not counted" : "") + ", "
                    + Machine.load());
            for (Contest contest : suite.contests()) {
                contest.hold(round, meter, plan.time());
            }
        }
        suite.contests().forEach(contest -> print("\n" + Table.of(contest)));
        suite.goals().forEach(goal -> print(goal.line()));
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private void progress(String line) {
        spec.commandLine().getErr().println(line);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
