package casebook.benchmarks.reads;

import casebook.mongod.LocalMongod;
import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One run over one database: fills it, starts the services, and measures part after part. */
final class ReadRun {

    static final String DATABASE = "reads";

    private static final int WARM_UPS = 6;
    private static final List<String> REBUILT = List.of("incidents", "statistics", "cases");

    private final LocalMongod mongod;
    private final MongoDatabase database;
    private final Report report;
    private final int incidents;
    private final String heap;
    private final SampleData data;
    private final Goals goals;

    ReadRun(LocalMongod mongod, MongoDatabase database, Report report, int incidents, String heap) {
        this.mongod = mongod;
        this.database = database;
        this.report = report;
        this.incidents = incidents;
        this.heap = heap;
        data = new SampleData(database, report, incidents);
        goals = new Goals(incidents);
    }

    /** Returns whether no goal was missed and nothing failed. */
    boolean measure(Set<Phase> phases, Pace pace) {
        data.fill();
        report.line(
                "%.0f questions or %.0f filings a second; goals can be reached or missed with %,d incidents, 50 and 200",
                pace.questions().perSecond(), pace.filings().perSecond(), Goals.INCIDENTS);
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
                measure(phase, client, pace);
                report.line("%nQuery service: %s", service.memory());
            }
        }
        return goals.areReached();
    }

    private void measure(Phase phase, Client client, Pace pace) {
        var plain = new PlainIncidents(database);
        var middle = data.position() / 2;
        var tables = new TableQuestions(plain, middle);
        var others = new ReadQuestions(database, plain, incidents, middle);
        var questions = new Questions(client, report, goals, pace.questions());
        switch (phase) {
            case TABLES -> {
                questions.ask(tables.kept());
                questions.ask(tables.anew());
            }
            case HISTORY -> questions.ask(others.histories());
            case PAGES -> questions.ask(new PageQuestions(plain, client, middle).all());
            case SEARCH -> questions.ask(others.searches());
            case FACETS -> questions.ask(others.facets());
            case VISIBLE -> file(client, questions, tables.goingOn(), pace);
            case REBUILD ->
                new Rebuilds(database, new ReadModels(client), report, goals).measure(REBUILT, data.position());
            case SIZES -> new Sizes(database).print(report);
        }
    }

    private void file(Client query, Questions questions, List<Question> tables, Pace pace) {
        var filings = pace.filings();
        try (var stations = new ReportingStations(start(ServiceKind.COMMAND), data.position())) {
            // Both services compile most of their code in the first minute of it.
            for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                new Visibility(stations, query, data.position()).run(filings);
            }
            new Visibility(stations, query, data.position()).run(filings).print(report, goals, filings.perSecond());
            report.line("%nWhile %,d are filed a second:%n", pace.meanwhile());
            try (var others = new Trickle(stations, pace.meanwhile())) {
                questions.ask(tables);
                if (others.failed() > 0) {
                    report.line("%n%s", goals.failed(others.failed() + " filings"));
                }
            }
            report.line("%nCommand service: %s", stations.memory());
        }
    }

    private ServiceProcess start(ServiceKind kind) {
        return ServiceProcess.start(kind, mongod.connectionString(), DATABASE, heap);
    }
}
