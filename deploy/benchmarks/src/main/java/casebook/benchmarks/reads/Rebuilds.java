package casebook.benchmarks.reads;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Has read models made anew, one at a time, and tells what part of that time was reading the ledger's bytes and waiting for the writes that were made. */
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
                "read model",
                "events/s",
                "floor: raw read and the same writes, events/s",
                "of the floor",
                "raw read and each document once, events/s",
                "goal");
        var floor = new RebuildFloor(database);
        var read = floor.read();
        for (var name : projections) {
            var before = collections();
            var committing = models.writing(List.of());
            var rate = models.rebuild(name);
            var made = collections();
            made.removeAll(before);
            var writing = models.writing(made) - committing;
            var most = events / (seconds(read) + writing);
            var share = String.format(Locale.ROOT, "%.2f", rate / most);
            report.row(
                    name,
                    Math.round(rate),
                    Math.round(most),
                    share,
                    Math.round(events / seconds(read.plus(floor.write(made)))),
                    goals.verdict("at least 0.5", true, rate / most >= GOAL, share));
        }
        report.line("%nRaw read of the ledger alone: %,.0f events/s", events / seconds(read));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private TreeSet<String> collections() {
        return database.listCollectionNames().into(new TreeSet<>());
    }
}
