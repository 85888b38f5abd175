package casebook.query.incidents.view;

import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.unionWith;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Indexes.ascending;

import casebook.events.Category;
import casebook.query.incidents.projection.IncidentDocument;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.Rows;
import casebook.query.projection.Documents;
import casebook.query.projection.Superseded;
import com.mongodb.ReadConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Counts the incidents of a list as of a position: those that have not changed since, and what the others were then. Both are read from one snapshot, so that none is missed. An
 * incident whose former state is written and that is not replaced yet stands on both sides of it; there are at most some, and they are left out by their ids.
 */
final class CountedFacets {

    /** Behind one category after the other, a time is a range of the index. */
    private static final Bson OF_ANY_CATEGORY = in(
            IncidentDocument.CATEGORY,
            Arrays.stream(Category.values()).map(Category::name).toList());

    private static final String PRESENT = "present";

    private final Rows rows;
    private final Rows.Former former;

    /** @param rows as of a position */
    CountedFacets(Rows rows) {
        this.rows = rows;
        this.former = Objects.requireNonNull(rows.former());
    }

    /** @param fromAnIndex whether one holds all that is counted, and no other is better */
    Mono<Facets> all(boolean fromAnIndex) {
        return fromAnIndex ? count(OF_ANY_CATEGORY, IncidentsProjection.COUNTED) : count(empty(), null);
    }

    /** By how much the counts differ from those of an earlier position. */
    Mono<Facets> since(long earlier) {
        var became = count(gt(Documents.POSITION, earlier), ascending(Documents.POSITION));
        var were = new ArrayList<>(Superseded.heldAtUntilAfter(
                earlier, earlier, and(and(former.filters()), lte(Superseded.UNTIL, former.position()))));
        were.addAll(List.of(Facets.alike(), Facets.sums()));
        return became.zipWith(Mono.from(rows.ask(former.versions(), were)).map(Facets::of), Facets::without);
    }

    /** @param index null where MongoDB chooses */
    private Mono<Facets> count(Bson further, @Nullable Bson index) {
        return Mono.from(rows.ask(asOneMoment(), pipeline(further)).hint(index)).map(Facets::of);
    }

    private MongoCollection<Document> asOneMoment() {
        return rows.collection().withReadConcern(ReadConcern.SNAPSHOT);
    }

    /** Each side is counted by itself: before they come together mongod still takes all from the index. */
    private List<Bson> pipeline(Bson further) {
        var reached = rows.reading().position();
        var filters = and(and(former.filters()), further);
        var pipeline = rows.present(former).pipeline(further, List.of(), List.of(Facets.alike()));
        if (former.position() < reached) {
            var before = Superseded.heldAt(former.position(), and(filters, lte(Superseded.UNTIL, reached)));
            pipeline.add(union(before, List.of(Facets.alike())));
        }
        var meanwhile = Superseded.heldAtUntilAfter(former.position(), reached, filters);
        pipeline.add(union(meanwhile, countedIfReplaced()));
        pipeline.add(Facets.sums());
        return pipeline;
    }

    private Bson union(List<Bson> found, List<Bson> stages) {
        var pipeline = new ArrayList<>(found);
        pipeline.addAll(stages);
        return unionWith(former.versions().getNamespace().getCollectionName(), pipeline);
    }

    private List<Bson> countedIfReplaced() {
        var present = rows.collection().getNamespace().getCollectionName();
        return List.of(
                lookup(present, "_id", "_id", PRESENT),
                match(nor(elemMatch(PRESENT, lte(Documents.POSITION, former.position())))),
                Facets.alike());
    }
}
