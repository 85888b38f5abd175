package casebook.command.deadline;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.set;

import casebook.command.deadline.Change.Reason;
import casebook.events.DeadlineKind;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines that run: collection {@code deadlines}, derived from the ledger and no more than a reminder. A deadline runs
 * while it has no reason to rest.
 */
public final class OpenDeadlines {

    static final String COLLECTION = "deadlines";

    private static final String AGGREGATE = "aggregate";
    private static final String KIND = "kind";
    private static final String DUE = "due";
    private static final String RESTING = "resting";
    private static final String CLOCK = "clock";
    private static final String TRIED = "tried";
    private static final Date NEVER = new Date(0);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> deadlines;

    public OpenDeadlines(MongoDatabase database) {
        this.deadlines = database.getCollection(COLLECTION);
    }

    void createIndexes() {
        deadlines.createIndex(Indexes.ascending(RESTING, KIND, TRIED, DUE));
        deadlines.createIndex(Indexes.ascending(AGGREGATE));
    }

    /** Makes the changes in their order. */
    void make(List<Change> changes) {
        if (!changes.isEmpty()) {
            deadlines.bulkWrite(changes.stream().map(OpenDeadlines::write).toList());
        }
    }

    private static WriteModel<Document> write(Change change) {
        return switch (change) {
            case Change.Begin begin -> new ReplaceOneModel<>(id(begin.deadline()), document(begin), UPSERT);
            case Change.End(var deadline) -> new DeleteOneModel<>(id(deadline));
            case Change.EndAll(var aggregate) -> new DeleteManyModel<>(eq(AGGREGATE, aggregate));
            case Change.Rest(var deadline, var reason) ->
                new UpdateOneModel<>(id(deadline), addToSet(RESTING, reason.name()));
            case Change.RunAgain again ->
                new UpdateOneModel<>(
                        and(id(again.deadline()), eq(RESTING, again.reason().name())), List.of(runAgain(again)));
        };
    }

    private static Bson id(Deadline deadline) {
        return eq(deadline.key());
    }

    private static Bson runAgain(Change.RunAgain again) {
        var due = new Document("$add", List.of(Date.from(again.from()), "$allowed"));
        var gone = List.of(again.reason().name(), Reason.PUT.name());
        var resting = new Document("$setDifference", List.of("$" + RESTING, gone));
        return new Document(
                "$set", new Document(CLOCK, again.clock()).append(DUE, due).append(RESTING, resting));
    }

    private static Document document(Change.Begin begin) {
        var deadline = begin.deadline();
        return new Document("_id", deadline.key())
                .append(AGGREGATE, deadline.aggregate())
                .append(KIND, deadline.kind().name())
                .append("part", text(deadline.part()))
                .append("transfer", text(begin.transfer()))
                .append(CLOCK, begin.clock())
                .append(DUE, Date.from(begin.due()))
                .append(TRIED, NEVER)
                .append("allowed", begin.allowed().toMillis())
                .append(RESTING, List.of());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** Those that were not tried at this instant or later: those that were never tried first, of them those that were due longest. */
    List<Due> due(DeadlineKind kind, Instant now, int atMost) {
        return deadlines
                .find(and(dueBy(kind, now), lt(TRIED, Date.from(now))))
                .sort(ascending(RESTING, KIND, TRIED, DUE))
                .limit(atMost)
                .map(found -> read(kind, found))
                .into(new ArrayList<>());
    }

    private static Due read(DeadlineKind kind, Document found) {
        var deadline = new Deadline(found.getString(AGGREGATE), kind, id(found, "part"));
        return new Due(
                deadline,
                found.getLong(CLOCK),
                id(found, "transfer"),
                found.getDate(DUE).toInstant());
    }

    private static @Nullable UUID id(Document found, String member) {
        var text = found.getString(member);
        return text == null ? null : UUID.fromString(text);
    }

    /** Their breaches are about to be put to their aggregates. */
    void tried(List<Due> page, Instant now) {
        deadlines.updateMany(
                in("_id", page.stream().map(due -> due.deadline().key()).toList()), set(TRIED, Date.from(now)));
    }

    /** Their breaches were put to their aggregates; one that has begun again meanwhile runs on. */
    void rest(List<Due> answered) {
        if (!answered.isEmpty()) {
            deadlines.bulkWrite(answered.stream()
                    .map(due -> new UpdateOneModel<Document>(
                            and(id(due.deadline()), eq(CLOCK, due.clock())), addToSet(RESTING, Reason.PUT.name())))
                    .toList());
        }
    }

    long countRunning(DeadlineKind kind) {
        return deadlines.countDocuments(and(eq(RESTING, List.of()), eq(KIND, kind.name())));
    }

    long countDue(DeadlineKind kind, Instant now) {
        return deadlines.countDocuments(dueBy(kind, now));
    }

    private static Bson dueBy(DeadlineKind kind, Instant now) {
        return and(eq(RESTING, List.of()), eq(KIND, kind.name()), lte(DUE, Date.from(now)));
    }

    /**
     * A deadline that passed.
     *
     * @param at when it was due
     */
    record Due(Deadline deadline, long clock, @Nullable UUID transfer, Instant at) {}
}
