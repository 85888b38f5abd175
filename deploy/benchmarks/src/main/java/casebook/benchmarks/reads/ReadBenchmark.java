package casebook.benchmarks.reads;

import casebook.mongod.LocalMongod;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of {@code deploy/bench reads}. */
@Command(
        name = "reads",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = {
            "Fills a ledger of its own with sample incidents, lets the query service read it, and asks the service at a fixed rate.",
            "It prints how fast read models are made, and how long answers take beside the same question asked of plain documents."
        })
public final class ReadBenchmark implements Callable<Integer> {

    private static final String DATABASE = "reads";
    private static final int PAGE = 50;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

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
            description = "How long each question is asked, after as long to warm up.")
    private int seconds;

    @Option(
            names = "--folder",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "Where mongod keeps its data meanwhile.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        var data = Files.createTempDirectory(folder, "casebook-reads-");
        try (var mongod = LocalMongod.start(data);
                var client = MongoClients.create(mongod.connectionString())) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(mongod::kill));
            measure(mongod, client);
        } finally {
            delete(data);
        }
        return 0;
    }

    private void measure(LocalMongod mongod, MongoClient client) {
        var database = client.getDatabase(DATABASE);
        var start = System.nanoTime();
        var events = SampleLedger.fill(database, incidents);
        print("%,d incidents, %,d events, appended at %,.0f events/s", incidents, events, perSecond(events, start));
        var plain = new PlainIncidents(database);
        plain.fill(incidents);
        try (var service = new QueryServiceUnderTest(mongod.connectionString(), DATABASE);
                var readers = new Readers(service.port())) {
            projections(service, database, events);
            questions(readers, plain);
        }
    }

    private void projections(QueryServiceUnderTest service, MongoDatabase database, long events) {
        var start = System.nanoTime();
        var behind = new HashSet<String>();
        service.projections().forEach(status -> behind.add(status.name()));
        while (!behind.isEmpty()) {
            pause();
            service.projections().stream()
                    .filter(status -> status.position() >= events && behind.remove(status.name()))
                    .forEach(status ->
                            print("%-12s %,10.0f events/s, all at once", status.name(), perSecond(events, start)));
        }
        var alone = System.nanoTime();
        var status = service.rebuild("incidents");
        while (!status.done()) {
            pause();
            status = service.projection("incidents");
        }
        var rate = perSecond(events, alone);
        var floor = events
                / (new RebuildFloor(database, service.incidents()).measure().toNanos() / 1e9);
        print(
                "%-12s %,10.0f events/s, alone; floor (raw read and the same bulkWrite) %,.0f: %.2f of it",
                "incidents", rate, floor, rate / floor);
    }

    private void questions(Readers readers, PlainIncidents plain) {
        print("%d questions a second:", rate);
        var years = "/statistics/yearly?from=%d&to=%d"
                .formatted(SampleIncident.FIRST_YEAR, SampleIncident.FIRST_YEAR + SampleIncident.YEARS - 1);
        var station = "&station=" + SampleIncident.stations().getFirst();
        var drugs = "/incidents?category=DRUG_TRAFFICKING&limit=" + PAGE;
        var deep = pageOf(readers, drugs, 100);
        ask(readers, "ten years", _ -> years);
        ask(readers, "ten years of a station by category", _ -> years + station + "&groupBy=station,category");
        ask(readers, "history of a case", number -> "/cases/" + aCase(number) + "/history");
        ask(readers, "page 1 of a category", _ -> drugs);
        ask(readers, "page 100 of a category", _ -> deep);
        ask(readers, "search", _ -> "/incidents?q=ma%20tuy%20tong%20hop%20mong%20cai&limit=" + PAGE);
        ask(readers, "search for a rare word", number -> "/incidents?q=heroin%20" + (1 + number % 1500));
        print("one question at a time:");
        once("ten years by station and category", () -> readers.body(years + "&groupBy=station,category"));
        once("counts of all", () -> readers.body("/incidents?facets=true&limit=1"));
        print("the same of plain documents, one question at a time:");
        once("ten years", () -> plain.yearly(List.of()));
        once("ten years by station and category", () -> plain.yearly(List.of("station", "category")));
        once("page 1 of a category", () -> plain.page("DRUG_TRAFFICKING", 0, PAGE));
        once("page 100 of a category", () -> plain.page("DRUG_TRAFFICKING", 99 * PAGE, PAGE));
        once("search", () -> plain.search(List.of("ma", "túy", "tổng", "hợp"), PAGE));
    }

    private void ask(Readers readers, String title, IntFunction<String> path) {
        readers.ask(rate, Duration.ofSeconds(seconds), path);
        print("%-36s %s", title, readers.ask(rate, Duration.ofSeconds(seconds), path));
    }

    private void once(String title, Runnable question) {
        question.run();
        var nanos = IntStream.range(0, 5)
                .mapToLong(_ -> {
                    var start = System.nanoTime();
                    question.run();
                    return System.nanoTime() - start;
                })
                .toArray();
        print("%-36s %s", title, Latencies.of(nanos));
    }

    /** The page of this number, or the last one where there are fewer. */
    private static String pageOf(Readers readers, String list, int number) {
        var page = list;
        for (int left = number; left > 1; left--) {
            var next = NEXT.matcher(readers.body(page));
            if (!next.find()) {
                return page;
            }
            page = list + "&cursor=" + next.group(1);
        }
        return page;
    }

    private String aCase(int number) {
        return SampleHistory.caseOf(20 * (number % (incidents / 20)) + 19).toString();
    }

    private static double perSecond(long count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
