package casebook.ledger;

import static com.mongodb.client.model.Accumulators.max;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.computed;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.AggregateIterable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Finds the events of aggregates: the index leads to the commits, and of a commit only the wanted events are sent. Aggregate ids are
 * always literals, as one that starts with a dollar sign would be taken for an expression.
 */
final class AggregateQueries {

    private static final String AGGREGATE = CommitFields.EVENTS + "." + CommitFields.AGGREGATE;
    private static final String EVENT_AGGREGATE = "$$event." + CommitFields.AGGREGATE;
    private static final String EVENT_SEQUENCE = "$$event." + CommitFields.SEQUENCE;

    private final LedgerCollection ledger;

    AggregateQueries(LedgerCollection ledger) {
        this.ledger = ledger;
    }

    /** The events of an aggregate from a sequence number on and before an index. */
    List<LedgerLine> events(String aggregate, long firstSequence, long toExclusive) {
        Bson commits = elemMatch(
                CommitFields.EVENTS,
                and(eq(CommitFields.AGGREGATE, aggregate), gte(CommitFields.SEQUENCE, firstSequence)));
        Document wanted = both(isOf(aggregate), comparing("$gte", EVENT_SEQUENCE, firstSequence));
        return lines(commits, wanted, toExclusive);
    }

    /** The event of an aggregate that has the sequence number. */
    Optional<LedgerLine> event(String aggregate, long sequence) {
        Bson commits = elemMatch(
                CommitFields.EVENTS, and(eq(CommitFields.AGGREGATE, aggregate), eq(CommitFields.SEQUENCE, sequence)));
        Document wanted = both(isOf(aggregate), comparing("$eq", EVENT_SEQUENCE, sequence));
        return lines(commits, wanted, Long.MAX_VALUE).stream().findFirst();
    }

    /** The commits, cut down to the events of the aggregates, in ledger order. */
    AggregateIterable<StoredCommit> commits(Collection<String> aggregates, long toExclusive) {
        Document wanted = comparing("$in", EVENT_AGGREGATE, List.copyOf(aggregates));
        return commits(in(AGGREGATE, aggregates), wanted, toExclusive);
    }

    /** The highest sequence number of an aggregate. */
    OptionalLong lastSequence(String aggregate) {
        Document sequences = new Document(
                "$map",
                new Document("input", only(isOf(aggregate)))
                        .append("as", "event")
                        .append("in", EVENT_SEQUENCE));
        BsonDocument last = ledger.documents()
                .aggregate(List.of(
                        match(eq(AGGREGATE, aggregate)),
                        project(computed("last", new Document("$max", sequences))),
                        group(null, max("last", "$last"))))
                .first();
        return last == null
                ? OptionalLong.empty()
                : OptionalLong.of(last.getInt64("last").getValue());
    }

    private List<LedgerLine> lines(Bson commits, Document wanted, long toExclusive) {
        return StreamSupport.stream(commits(commits, wanted, toExclusive).spliterator(), false)
                .flatMap(commit -> commit.lines().stream())
                .map(LedgerLine::parse)
                .filter(line -> line.index() < toExclusive)
                .toList();
    }

    private AggregateIterable<StoredCommit> commits(Bson commits, Document wanted, long toExclusive) {
        return ledger.commits()
                .aggregate(List.of(
                        match(and(commits, lt(CommitFields.ID, toExclusive))),
                        project(computed(CommitFields.EVENTS, only(wanted))),
                        sort(ascending(CommitFields.ID))));
    }

    private static Document only(Document wanted) {
        return new Document(
                "$filter",
                new Document("input", "$" + CommitFields.EVENTS)
                        .append("as", "event")
                        .append("cond", wanted));
    }

    private static Document isOf(String aggregate) {
        return comparing("$eq", EVENT_AGGREGATE, aggregate);
    }

    private static Document comparing(String operator, String field, Object value) {
        return new Document(operator, List.of(field, new Document("$literal", value)));
    }

    private static Document both(Document one, Document other) {
        return new Document("$and", List.of(one, other));
    }
}
