package casebook.benchmarks.reads;

import casebook.mongod.LocalMongod;
import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One run over one database: fills it, starts the services, and measures part after part. */
final class ReadRun {

    static final String DATABASE = "reads";

    private static final int WARM_UPS = 40;
    private static final double COMPILING = 0.05;
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
            warmUp(stations, query, filings.half());
            new Visibility(stations, query, data.position()).run(filings.half()).print(report, goals);
            report.line("");
            new Visibility(stations, query, data.position()).run(filings).print(report, goals);
            report.line("");
            new Visibility(stations, query, data.position())
                    .runAmongReaders(filings)
                    .print(report, goals);
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

    /** Files until both services have compiled most of what runs; before, that takes them longer than the filings. */
    private void warmUp(ReportingStations stations, Client query, Load filings) {
        var begin = System.nanoTime();
        var rounds = 0;
        double share;
        do {
            var compiled = stations.compiledMillis() + query.compiledMillis();
            var start = System.nanoTime();
            new Visibility(stations, query, data.position()).run(filings);
            share = (stations.compiledMillis() + query.compiledMillis() - compiled) * 1e6 / (System.nanoTime() - start);
            rounds++;
        } while (share > COMPILING && rounds < WARM_UPS);
        report.line(
                "After %.0f s with %.0f filings a second both services spend %.0f %% of a processor's time on compiling%n",
                (System.nanoTime() - begin) / 1e9, filings.perSecond(), share * 100);
    }

    private ServiceProcess start(ServiceKind kind) {
        return ServiceProcess.start(kind, mongod.connectionString(), DATABASE, heap);
    }
}
