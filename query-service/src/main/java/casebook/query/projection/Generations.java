package casebook.query.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** The document {@code projections{_id: <name>[.f<form>]}} of each projection. Every change is one atomic update, safe among instances. */
final class Generations {

    static final String COLLECTION = "projections";

    private final MongoCollection<Document> states;

    Generations(MongoDatabase database) {
        this.states = database.getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** The state as it is, or the first: generation 1 serves. */
    ProjectionState of(Projection projection) {
        var id = id(projection.name(), projection.form());
        var state = states.find(eq(id)).first();
        if (state == null) {
            states.updateOne(
                    eq(id),
                    combine(setOnInsert("serving", 1), setOnInsert("last", 1)),
                    new UpdateOptions().upsert(true));
            state = Objects.requireNonNull(states.find(eq(id)).first());
        }
        return ProjectionState.of(projection, state);
    }

    /** Begins a new generation, unless one is being built. */
    void build(Projection projection) {
        var next = new Document("$add", List.of("$last", 1));
        states.updateOne(
                and(eq(id(projection.name(), projection.form())), exists("building", false)),
                List.of(new Document("$set", new Document("building", next).append("last", next))));
    }

    /** Lets the generation that was built serve in the place of the old one. */
    void switchOver(ProjectionState state, Instant now) {
        states.updateOne(
                and(
                        eq(id(state.projection(), state.form())),
                        eq("serving", state.serving()),
                        eq("building", state.building())),
                combine(
                        set("serving", state.building()),
                        unset("building"),
                        push("retired", new Document("generation", state.serving()).append("since", Date.from(now)))));
    }

    void forget(Generation retired) {
        states.updateOne(
                eq(id(retired.projection(), retired.form())),
                pull("retired", new Document("generation", retired.number())));
    }

    private static String id(String projection, int form) {
        return projection + Generation.ofForm(form);
    }
}
