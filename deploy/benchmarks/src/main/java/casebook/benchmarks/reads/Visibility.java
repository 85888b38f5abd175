package casebook.benchmarks.reads;

import casebook.events.EventJson;
import casebook.events.StationCode;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.json.JsonMapper;

/** Files incidents at a fixed rate over the command service, and asks the query service for some of them as soon as they are acknowledged. */
final class Visibility {

    private static final JsonMapper JSON = EventJson.mapper();
    private static final String ANALYST = "ANALYST";
    private static final String POSITION = "Casebook-Position";
    private static final int CREATED = 201;
    private static final int OK = 200;

    /** Of so many filings one is looked for in a list, and another in the statistics. */
    private static final int LOOKED_FOR = 10;

    private static final int PAGES_A_SECOND = 10;
    private static final int TABLES_A_SECOND = 2;
    private static final double GOAL = 250;

    private final Client command;
    private final Client query;
    private final Queue<Long> listed = new ConcurrentLinkedQueue<>();
    private final Queue<Long> counted = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<?>> looks = new ConcurrentLinkedQueue<>();

    Visibility(Client command, Client query) {
        this.command = command;
        this.query = query;
    }

    void registerStations() {
        var registered = SampleIncident.stations().stream()
                .map(this::register)
                .map(answer -> answer.thenAccept(Visibility::check))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(registered).join();
    }

    private CompletableFuture<HttpResponse<byte[]>> register(StationCode code) {
        var station = new LinkedHashMap<>(GenerateFilings.station(code));
        station.remove("code");
        return command.send("PUT", "/stations/" + code, "ADMIN", JSON.writeValueAsString(station));
    }

    /** @param first the number of the first incident that is filed */
    Figures run(Load filings, int first) {
        listed.clear();
        counted.clear();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var pages = others.submit(() -> reads(PAGES_A_SECOND, filings.seconds(), ReadQuestions.drugs()));
            var tables = others.submit(() -> reads(TABLES_A_SECOND, filings.seconds(), ReadQuestions.years()));
            var acknowledged = filings.run(number -> file(number, first + number));
            CompletableFuture.allOf(looks.toArray(CompletableFuture<?>[]::new)).join();
            return new Figures(acknowledged, latencies(listed), latencies(counted), join(pages), join(tables));
        }
    }

    /**
     * How long it took.
     *
     * @param listed from the acknowledgement of a filing to the answer to a question for it, in a list
     * @param counted the same in the statistics of its station
     * @param pages first pages, that were asked for meanwhile
     * @param tables yearly tables of ten years, that were asked for meanwhile
     */
    record Figures(Latencies acknowledged, Latencies listed, Latencies counted, Latencies pages, Latencies tables) {

        void print(Report report, int perSecond) {
            report.table("while " + perSecond + " are filed a second", "p50 ms", "p99 ms", "number", "goal");
            row(report, "a filing, until acknowledged", acknowledged, 0);
            row(report, "from then until it is in a list", listed, GOAL);
            row(report, "from then until it is in the statistics", counted, GOAL);
            row(report, "page 1 of a category", pages, 0);
            row(report, "ten years", tables, 0);
        }
    }

    private static void row(Report report, String title, Latencies latencies, double goal) {
        var verdict = goal > 0 ? Report.goal("p99 < " + Math.round(goal) + " ms", latencies.millis(0.99) < goal) : "";
        report.row(
                title,
                latencies.millis(0.5),
                latencies.millis(0.99),
                latencies.sorted().length,
                (latencies.failed() > 0 ? latencies.failed() + " FAILED " : "") + verdict);
    }

    private static Latencies join(Future<Latencies> latencies) {
        try {
            return latencies.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Latencies reads(int perSecond, int seconds, String path) {
        return new Load(perSecond, seconds)
                .run(_ -> query.get(path, ANALYST, Map.of()).thenApply(answer -> answer.statusCode() == OK));
    }

    private CompletableFuture<Boolean> file(int turn, int number) {
        var incident = SampleIncident.of(number);
        var filed = command.send(
                "POST",
                "/incidents",
                "STATION" + NamedRoles.SEPARATOR + incident.station(),
                JSON.writeValueAsString(GenerateFilings.filing(incident)));
        if (turn % LOOKED_FOR == 0) {
            looks.add(filed.thenCompose(acknowledgement -> listed(acknowledgement, incident)));
        } else if (turn % LOOKED_FOR == LOOKED_FOR / 2) {
            looks.add(filed.thenCompose(acknowledgement -> counted(acknowledgement, incident)));
        }
        return filed.thenApply(acknowledgement -> acknowledgement.statusCode() == CREATED);
    }

    private CompletableFuture<?> listed(HttpResponse<byte[]> acknowledgement, SampleIncident incident) {
        var list = "/incidents?sort=-filedAt&limit=10&station=" + incident.station();
        return seen(acknowledgement, list, incident.id().toString(), listed);
    }

    private CompletableFuture<?> counted(HttpResponse<byte[]> acknowledgement, SampleIncident incident) {
        var table = ReadQuestions.years() + "&station=" + incident.station();
        return seen(acknowledgement, table, "\"years\"", counted);
    }

    /** @param expected what the answer holds, else it does not count */
    private CompletableFuture<?> seen(
            HttpResponse<byte[]> acknowledgement, String path, String expected, Queue<Long> taken) {
        var since = System.nanoTime();
        var position = check(acknowledgement).headers().firstValue(POSITION).orElseThrow();
        return query.get(path, ANALYST, Map.of("Casebook-Min-Position", position))
                .thenAccept(answer -> {
                    var now = System.nanoTime();
                    taken.add(answer.statusCode() == OK && Client.text(answer).contains(expected) ? now - since : 0);
                })
                .exceptionally(_ -> {
                    taken.add(0L);
                    return null;
                });
    }

    private static Latencies latencies(Queue<Long> taken) {
        var nanos = List.copyOf(taken).stream().mapToLong(Long::longValue).toArray();
        return Latencies.of(nanos, (int) taken.stream().filter(one -> one == 0).count());
    }

    private static HttpResponse<byte[]> check(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != OK && answer.statusCode() != CREATED) {
            throw new IllegalStateException(answer.statusCode() + ": " + Client.text(answer));
        }
        return answer;
    }
}
