package casebook.benchmarks.reads;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/** Lets stations file at a fixed rate, and asks the query service for some incidents as soon as they are acknowledged. */
final class Visibility {

    private static final int PAGES_A_SECOND = 10;
    private static final int TABLES_A_SECOND = 2;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ANALYST = "ANALYST";
    private static final String POSITION = "Casebook-Position";
    private static final String MIN_POSITION = "Casebook-Min-Position";
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int BEHIND = 503;

    /** Of so many filings one is looked for in a list, and another in the statistics. */
    private static final int LOOKED_FOR = 10;

    private final ReportingStations stations;
    private final Client query;
    private final Acknowledged acknowledged;
    private final Queue<Long> listed = new ConcurrentLinkedQueue<>();
    private final Queue<Long> counted = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<?>> looks = new ConcurrentLinkedQueue<>();

    /** @param position of the ledger, while nothing is filed */
    Visibility(ReportingStations stations, Client query, long position) {
        this.stations = stations;
        this.query = query;
        acknowledged = new Acknowledged(JSON.readTree(Client.text(before(position))));
    }

    /** The service may be further behind than it waits. */
    private HttpResponse<byte[]> before(long position) {
        HttpResponse<byte[]> answer;
        do {
            answer = query.get(TableQuestions.stations(), ANALYST, Map.of(MIN_POSITION, Long.toString(position)))
                    .join();
        } while (answer.statusCode() == BEHIND);
        return answer;
    }

    Visible run(Load filings) {
        var start = System.nanoTime();
        var filed = filings.run(this::file);
        var rate = SampleData.perSecond(filed.sorted().length, start);
        CompletableFuture.allOf(looks.toArray(CompletableFuture<?>[]::new)).join();
        return new Visible(filings.perSecond(), rate, filed, latencies(listed), latencies(counted), List.of());
    }

    /** The same, while others read. */
    Visible runAmongReaders(Load filings) {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var pages = readers.submit(() -> read(PAGES_A_SECOND, filings, PageQuestions.drugs()));
            var tables = readers.submit(() -> read(TABLES_A_SECOND, filings, TableQuestions.grouped()));
            return run(filings)
                    .among(List.of(
                            new Visible.Read("page 1 of a category", PAGES_A_SECOND, join(pages)),
                            new Visible.Read("ten years by station and category", TABLES_A_SECOND, join(tables))));
        }
    }

    private static Latencies join(Future<Latencies> latencies) {
        try {
            return latencies.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Latencies read(int perSecond, Load meanwhile, String path) {
        return new Load(perSecond, meanwhile.seconds())
                .run(_ -> query.page(path, ANALYST).thenApply(_ -> true));
    }

    private CompletableFuture<Boolean> file(int turn) {
        var incident = stations.incident();
        var filed = stations.file(incident).thenApply(answer -> position(answer, incident));
        if (turn % LOOKED_FOR == 0) {
            look(filed.thenCompose(position -> listed(incident, position)));
        } else if (turn % LOOKED_FOR == LOOKED_FOR / 2) {
            look(filed.thenCompose(position -> counted(incident, position)));
        }
        return filed.thenApply(_ -> true);
    }

    /** Whatever was not filed is counted among the filings. */
    private void look(CompletableFuture<?> look) {
        looks.add(look.handle((_, _) -> true));
    }

    private long position(HttpResponse<byte[]> answer, SampleIncident incident) {
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException(answer.statusCode() + ": " + Client.text(answer));
        }
        var position = Long.parseLong(answer.headers().firstValue(POSITION).orElseThrow());
        acknowledged.filed(incident.station(), position);
        return position;
    }

    private CompletableFuture<?> listed(SampleIncident incident, long position) {
        var list = "/incidents?sort=-filedAt&limit=10&station=" + incident.station();
        return seen(list, position, answer -> answer.contains(incident.id().toString()), listed);
    }

    private CompletableFuture<?> counted(SampleIncident incident, long position) {
        Predicate<String> isCounted = answer -> acknowledged.isIn(JSON.readTree(answer), incident.station(), position);
        return seen(TableQuestions.of(incident.station()), position, isCounted, counted);
    }

    /** @param expected what the answer holds, else it does not count */
    private CompletableFuture<?> seen(String path, long position, Predicate<String> expected, Queue<Long> taken) {
        var since = System.nanoTime();
        return query.get(path, ANALYST, Map.of(MIN_POSITION, Long.toString(position)))
                .thenApply(answer -> {
                    var now = System.nanoTime();
                    return answer.statusCode() == OK && expected.test(Client.text(answer)) ? now - since : 0L;
                })
                .exceptionally(_ -> 0L)
                .thenAccept(taken::add);
    }

    private static Latencies latencies(Queue<Long> taken) {
        var nanos = List.copyOf(taken).stream().mapToLong(Long::longValue).toArray();
        return Latencies.of(nanos, (int) taken.stream().filter(one -> one == 0).count());
    }
}
