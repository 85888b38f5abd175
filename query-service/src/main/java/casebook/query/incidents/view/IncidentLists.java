package casebook.query.incidents.view;

import static casebook.query.incidents.projection.IncidentsProjection.INCIDENTS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import casebook.events.Category;
import casebook.http.Scope;
import casebook.query.incidents.projection.IncidentDocument;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.Page;
import casebook.query.platform.ScopeFilter;
import casebook.query.projection.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of incidents, page by page, and how many there are of each kind. */
final class IncidentLists {

    private static final List<String> CATEGORIES =
            Arrays.stream(Category.values()).map(Category::name).toList();

    private IncidentLists() {}

    static Mono<IncidentPage> page(Reading reading, IncidentQuery query, Scope scope) {
        var page = Page.of(reading.collection(INCIDENTS), filters(query, scope), query.page(), IncidentLists::row);
        return query.facets()
                ? Mono.zip(page, facets(reading, query, scope), IncidentPage::of)
                : page.map(rows -> IncidentPage.of(rows, null));
    }

    /** All the pages in one. */
    static Flux<IncidentRow> all(Reading reading, IncidentQuery query, Scope scope) {
        return Page.all(
                reading.collection(INCIDENTS), filters(query, scope), List.of(), query.page(), IncidentLists::row);
    }

    private static IncidentRow row(Document document) {
        return IncidentRow.of(IncidentDocument.state(document));
    }

    private static List<Bson> filters(IncidentQuery query, Scope scope) {
        var filters = new ArrayList<>(query.filters());
        filters.add(ScopeFilter.of(scope));
        return filters;
    }

    private static Mono<Facets> facets(Reading reading, IncidentQuery query, Scope scope) {
        var filters = filters(query, scope);
        var fromIndex = query.broad() && scope instanceof Scope.All;
        if (fromIndex) {
            // Behind one category after the other, a time is a range of the index.
            filters.add(in(IncidentDocument.CATEGORY, CATEGORIES));
        }
        var counting = reading.collection(INCIDENTS).aggregate(Facets.stages(and(filters)));
        if (fromIndex) {
            counting.hint(IncidentsProjection.COUNTED);
        }
        return Mono.from(counting.allowDiskUse(true)).map(Facets::of);
    }
}
