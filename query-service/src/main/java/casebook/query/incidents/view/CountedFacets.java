package casebook.query.incidents.view;

import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;

import casebook.events.Category;
import casebook.query.incidents.projection.IncidentDocument;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.Known;
import casebook.query.platform.Rows;
import casebook.query.projection.Documents;
import casebook.query.projection.Superseded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts the incidents of a list. */
final class CountedFacets {

    /** Behind one category after the other, a time is a range of the index. */
    private static final Bson OF_ANY_CATEGORY = in(
            IncidentDocument.CATEGORY,
            Arrays.stream(Category.values()).map(Category::name).toList());

    private CountedFacets() {}

    /** @param fromAnIndex whether one holds all that is counted, and no other is better */
    static Mono<Facets> of(Known known, Rows rows, boolean fromAnIndex) {
        // Each side is counted by itself: before they come together mongod still takes all from the index.
        var counted = count(rows, List.of(Facets.alike()), List.of(), fromAnIndex);
        var former = rows.former();
        return former == null
                ? counted
                : counted.flatMap(facets -> mayHaveCountedTwice(known, rows, former)
                        .flatMap(may -> may
                                ? count(rows, List.of(), List.of(Facets.onlyOnce(), Facets.alike()), false)
                                : Mono.just(facets)));
    }

    /**
     * By how much the counts of a position differ from those of an earlier one.
     *
     * @param rows as of the later
     */
    static Mono<Facets> since(long earlier, Rows rows) {
        var former = Objects.requireNonNull(rows.former());
        var became = rows.pipeline(gt(Documents.POSITION, earlier), List.of(), List.of());
        became.addAll(List.of(Facets.onlyOnce(), Facets.alike(), Facets.sums()));
        var were = new ArrayList<>(
                Superseded.heldAt(earlier, and(and(former.filters()), lte(Superseded.UNTIL, former.position()))));
        were.addAll(List.of(Facets.alike(), Facets.sums()));
        return Mono.zip(
                Mono.from(rows.ask(rows.collection(), became).hint(ascending(Documents.POSITION)))
                        .map(Facets::of),
                Mono.from(rows.ask(former.versions(), were)).map(Facets::of),
                Facets::without);
    }

    private static Mono<Facets> count(Rows rows, List<Bson> each, List<Bson> together, boolean fromAnIndex) {
        var pipeline = new ArrayList<>(rows.pipeline(fromAnIndex ? OF_ANY_CATEGORY : empty(), List.of(), each));
        pipeline.addAll(together);
        pipeline.add(Facets.sums());
        var counting = rows.ask(rows.collection(), pipeline);
        if (fromAnIndex) {
            counting.hint(IncidentsProjection.COUNTED);
        }
        return Mono.from(counting).map(Facets::of);
    }

    /** What has been superseded since the request began may have been found as present, and as a former state as well. */
    private static Mono<Boolean> mayHaveCountedTwice(Known known, Rows rows, Rows.Former former) {
        var since = gt(Superseded.UNTIL, known.reading().position());
        var stages = new ArrayList<>(Superseded.heldAt(former.position(), and(and(former.filters()), since)));
        stages.add(limit(1));
        return Flux.from(rows.ask(former.versions(), stages)).hasElements();
    }
}
