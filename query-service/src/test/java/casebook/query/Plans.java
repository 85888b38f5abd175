package casebook.query;

import static com.mongodb.client.model.Filters.exists;

import casebook.events.CasebookEvent;
import casebook.query.projection.Projection;
import casebook.query.projection.Reading;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** A read model in a database of its own, whose mongod notes how it answers what is asked of it. */
public final class Plans implements AutoCloseable, Reading {

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
        var used = profile.find(exists("planSummary")).map(Plan::of).into(new ArrayList<>());
        profile.drop();
        note(2);
        return used;
    }

    private void note(int level) {
        models.database().runCommand(new Document("profile", level));
    }

    /**
     * How mongod answered one question.
     *
     * @param summary such as {@code IXSCAN { province: 1, occurredAt: 1, _id: 1 }}
     * @param sorts whether it sorted by itself what an index gave it
     * @param keys how many entries of indexes it looked at
     * @param documents how many it fetched
     */
    public record Plan(String summary, boolean sorts, long keys, long documents) {

        private static Plan of(Document entry) {
            return new Plan(
                    entry.getString("planSummary"),
                    entry.getBoolean("hasSortStage", false),
                    number(entry, "keysExamined"),
                    number(entry, "docsExamined"));
        }

        private static long number(Document entry, String name) {
            var number = entry.get(name, Number.class);
            return number == null ? 0 : number.longValue();
        }

        public boolean scansTheCollection() {
            return summary.contains("COLLSCAN");
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
