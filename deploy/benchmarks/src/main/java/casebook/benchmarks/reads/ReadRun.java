package casebook.benchmarks.reads;

import casebook.mongod.LocalMongod;
import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** One run over one database: fills it, starts the services, and measures part after part. */
final class ReadRun {

    static final String DATABASE = "reads";

    private static final List<String> REBUILT = List.of("incidents", "statistics", "cases");

    private static final long LOOK_NANOS = 100_000_000;

    private final LocalMongod mongod;
    private final MongoDatabase database;
    private final Report report;
    private final int incidents;
    private final String heap;

    ReadRun(LocalMongod mongod, MongoDatabase database, Report report, int incidents, String heap) {
        this.mongod = mongod;
        this.database = database;
        this.report = report;
        this.incidents = incidents;
        this.heap = heap;
    }

    void measure(Set<Phase> phases, Load questions, Load filings) {
        new SampleData(database, report, incidents).fill();
        var fresh = !database.listCollectionNames().into(new HashSet<>()).contains("projections");
        var begin = System.nanoTime();
        try (var service = start(ServiceKind.QUERY);
                var client = new Client(service)) {
            new ReadModels(client).await((name, position) -> {
                if (fresh) {
                    var rate = SampleData.perSecond(position, begin);
                    report.line("Read model %s made at %,.0f events/s, all at once", name, rate);
                }
            });
            for (var phase : phases) {
                report.part(phase.title());
                measure(phase, client, questions, filings);
                report.line("%nQuery service: %s", service.memory());
            }
        }
    }

    private void measure(Phase phase, Client client, Load load, Load filings) {
        var catalogue = new ReadQuestions(database, client, incidents);
        var questions = new Questions(client, report, load);
        switch (phase) {
            case TABLES -> questions.ask(catalogue.tables());
            case HISTORY -> questions.ask(catalogue.histories());
            case PAGES -> questions.ask(catalogue.pages());
            case SEARCH -> questions.ask(catalogue.searches());
            case FACETS -> questions.ask(catalogue.facets());
            case VISIBLE -> file(client, filings);
            case REBUILD -> new Rebuilds(database, new ReadModels(client), report).measure(REBUILT, events());
            case SIZES -> new Sizes(database).print(report);
        }
    }

    /** Warmed up by as many filings as are measured. */
    private void file(Client query, Load filings) {
        try (var service = start(ServiceKind.COMMAND);
                var command = new Client(service)) {
            var visibility = new Visibility(command, query);
            visibility.registerStations();
            var first = Math.toIntExact(events());
            while (command.metric("casebook_following_position").anyMatch(position -> position < first)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            visibility.run(filings, first);
            visibility.run(filings, first + filings.count()).print(report, filings.perSecond());
            report.line("%nCommand service: %s", service.memory());
        }
    }

    private long events() {
        return new SampleData(database, report, incidents).position();
    }

    private ServiceProcess start(ServiceKind kind) {
        return ServiceProcess.start(kind, mongod.connectionString(), DATABASE, heap);
    }
}
