package casebook.query.platform;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.unionWith;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.lte;

import casebook.query.projection.Documents;
import casebook.query.projection.Reading;
import casebook.query.projection.Superseded;
import com.mongodb.reactivestreams.client.AggregatePublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The documents that a list shows: those of a collection that meet filters; and where the list is shown as of a position, of these what has not changed since, together
 * with what the others were then.
 *
 * <p>A state that is superseded while it is looked for may come twice, once from each side, and never not at all: it is kept before it is replaced, and what is present
 * is read first.
 *
 * @param name of the collection
 * @param filters all of which a document meets
 * @param stages that leave out further documents, one after the other
 * @param former what the list is shown as of; null where it is shown as it is
 */
public record Rows(
        Reading reading,
        String name,
        List<Bson> filters,
        List<Bson> stages,
        @Nullable Former former) {

    /**
     * Former states of the documents of a collection.
     *
     * @param versions where they are kept
     * @param filters all of which a former state meets
     * @param stages that leave out further ones
     * @param few whether they are only those that were superseded since the reading began
     */
    public record Former(
            MongoCollection<Document> versions, long position, List<Bson> filters, List<Bson> stages, boolean few) {}

    /** Of a list that is shown as it is. */
    public static Rows of(Reading reading, String name, List<Bson> filters) {
        return new Rows(reading, name, filters, List.of(), null);
    }

    public MongoCollection<Document> collection() {
        return reading.collection(name);
    }

    /** What a pipeline makes of a collection; fails with {@code too-slow} (503) where that takes longer than a list may. */
    public AggregatePublisher<Document> ask(MongoCollection<Document> asked, List<Bson> pipeline) {
        return asked.aggregate(pipeline)
                .allowDiskUse(true)
                .maxTime(reading.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Nullable
    Long asOf() {
        return former == null ? null : former.position();
    }

    /**
     * What fetches them.
     *
     * @param after a further filter
     * @param order what is done with the present and the former ones, each by themselves, before documents are left out by stages
     * @param cut what is done with them after that
     */
    public List<Bson> pipeline(Bson after, List<Bson> order, List<Bson> cut) {
        var pipeline = new ArrayList<Bson>();
        var met = new ArrayList<>(filters);
        met.add(after);
        if (former != null) {
            met.add(lte(Documents.POSITION, former.position()));
        }
        pipeline.add(match(and(met)));
        pipeline.addAll(order);
        pipeline.addAll(stages);
        pipeline.addAll(cut);
        if (former != null) {
            pipeline.add(
                    unionWith(former.versions().getNamespace().getCollectionName(), past(former, after, order, cut)));
        }
        return pipeline;
    }

    /** The same of what is present alone. */
    public Rows present(Former former) {
        var met = new ArrayList<>(filters);
        met.add(lte(Documents.POSITION, former.position()));
        return new Rows(reading, name, met, stages, null);
    }

    static List<Bson> past(Former former, Bson after, List<Bson> order, List<Bson> cut) {
        var pipeline = new ArrayList<>(Superseded.heldAt(former.position(), and(former.filters())));
        pipeline.add(match(after));
        pipeline.addAll(order);
        pipeline.addAll(former.stages());
        pipeline.addAll(cut);
        return pipeline;
    }
}
