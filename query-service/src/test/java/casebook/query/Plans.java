package casebook.query;

import static com.mongodb.client.model.Filters.exists;

import casebook.events.CasebookEvent;
import casebook.query.projection.Projection;
import casebook.query.projection.Reading;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;

/** A read model in a database of its own, whose mongod notes how it answers what is asked of it. */
public final class Plans implements AutoCloseable, Reading {

    private static final String UNION = "$unionWith";

    /** As explained, of a plan and of a {@code $lookup}. */
    private static final Pattern SCANS = Pattern.compile("COLLSCAN|\"collectionScans\": [^0]|NestedLoopJoin|HashJoin");

    private final Models models;

    /** Folds the events, a second apart, and notes from then on. */
    public Plans(Projection projection, List<CasebookEvent> events) {
        models = new Models(projection);
        models.fold(Models.placed(events), events.size());
        note(2);
    }

    @Override
    public long position() {
        return models.position();
    }

    @Override
    public MongoCollection<Document> collection(String baseName) {
        return models.collection(baseName);
    }

    /** How mongod answered what was asked since the last look. */
    public List<Plan> used() {
        note(0);
        var profile = models.database().getCollection("system.profile");
        var used = profile.find(exists("planSummary"))
                .map(entry -> Plan.of(entry, scansWithin(entry.get("command", Document.class))))
                .into(new ArrayList<>());
        profile.drop();
        note(2);
        return used;
    }

    /**
     * Whether a stage that looks into another collection goes through all of it: of that the profiler does not tell. What {@code $unionWith} adds is explained by itself:
     * mongod 6.0.5 breaks down over some pipelines of which it is a stage.
     */
    private boolean scansWithin(Document command) {
        var stages = command.getList("pipeline", Document.class, List.of());
        var own = stages.stream().filter(stage -> !stage.containsKey(UNION)).toList();
        return own.stream().anyMatch(stage -> stage.containsKey("$lookup"))
                        && scans(command.getString("aggregate"), own)
                || stages.stream()
                        .filter(stage -> stage.containsKey(UNION))
                        .map(stage -> stage.get(UNION, Document.class))
                        .anyMatch(union -> scans(union.getString("coll"), union.getList("pipeline", Document.class)));
    }

    private boolean scans(String collection, List<Document> pipeline) {
        var aggregate = new Document("aggregate", collection)
                .append("pipeline", pipeline)
                .append("cursor", new Document());
        var explained =
                models.database().runCommand(new Document("explain", aggregate).append("verbosity", "executionStats"));
        return SCANS.matcher(explained.toJson()).find();
    }

    private void note(int level) {
        models.database().runCommand(new Document("profile", level));
    }

    /**
     * How mongod answered one question.
     *
     * @param summary such as {@code IXSCAN { province: 1, occurredAt: 1, _id: 1 }}
     * @param scansWithin whether a stage went through all of another collection
     * @param sorts whether it sorted by itself what an index gave it
     * @param keys how many entries of indexes it looked at
     * @param documents how many it fetched
     */
    public record Plan(String summary, boolean scansWithin, boolean sorts, long keys, long documents) {

        private static Plan of(Document entry, boolean scansWithin) {
            return new Plan(
                    entry.getString("planSummary"),
                    scansWithin,
                    entry.getBoolean("hasSortStage", false),
                    number(entry, "keysExamined"),
                    number(entry, "docsExamined"));
        }

        private static long number(Document entry, String name) {
            var number = entry.get(name, Number.class);
            return number == null ? 0 : number.longValue();
        }

        public boolean scansTheCollection() {
            return scansWithin || summary.contains("COLLSCAN");
        }

        public boolean isBad() {
            return sorts || scansTheCollection();
        }
    }

    @Override
    public void close() {
        note(0);
        models.close();
    }
}
