package casebook.benchmarks.reads;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Has read models made anew, one at a time, and does what no way of making them can do without. */
final class Rebuilds {

    private static final double GOAL = 0.5;

    private final MongoDatabase database;
    private final ReadModels models;
    private final Report report;
    private final Goals goals;

    Rebuilds(MongoDatabase database, ReadModels models, Report report, Goals goals) {
        this.database = database;
        this.models = models;
        this.report = report;
        this.goals = goals;
    }

    /** @param events how many there are */
    void measure(List<String> projections, long events) {
        report.table(
                "read model", "events/s", "floor: raw read and the same documents, events/s", "of the floor", "goal");
        var floor = new RebuildFloor(database);
        var read = floor.read();
        for (var name : projections) {
            var before = collections();
            var rate = models.rebuild(name);
            var made = collections();
            made.removeAll(before);
            var most = events / (read.plus(floor.write(made)).toNanos() / 1e9);
            var share = String.format(Locale.ROOT, "%.2f", rate / most);
            report.row(
                    name,
                    Math.round(rate),
                    Math.round(most),
                    share,
                    goals.verdict("at least 0.5", true, rate / most >= GOAL, share));
        }
        report.line("%nRaw read of the ledger alone: %,.0f events/s", events / (read.toNanos() / 1e9));
    }

    private TreeSet<String> collections() {
        return database.listCollectionNames().into(new TreeSet<>());
    }
}
