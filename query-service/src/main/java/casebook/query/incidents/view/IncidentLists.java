package casebook.query.incidents.view;

import static casebook.query.incidents.projection.IncidentsProjection.INCIDENTS;
import static casebook.query.incidents.projection.IncidentsProjection.VERSIONS;

import casebook.http.Scope;
import casebook.query.incidents.projection.IncidentDocument;
import casebook.query.platform.Known;
import casebook.query.platform.Page;
import casebook.query.platform.Rows;
import casebook.query.platform.ScopeFilter;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of incidents, page by page, and how many there are of each kind. */
final class IncidentLists {

    private IncidentLists() {}

    static Mono<IncidentPage> page(Known known, IncidentQuery query, Scope scope, KeptFacets kept) {
        var page = Page.of(rows(known, query, scope), query.page(), IncidentLists::row);
        return query.facets()
                ? Mono.zip(page, facets(known, query, scope, kept), IncidentPage::of)
                : page.map(found -> IncidentPage.of(found, null));
    }

    private static Mono<Facets> facets(Known known, IncidentQuery query, Scope scope, KeptFacets kept) {
        var fromAnIndex = query.broad() && scope instanceof Scope.All;
        var rows = rows(known.standing(), query, scope);
        return known.then() == null ? kept.of(rows, fromAnIndex) : new CountedFacets(rows).all(fromAnIndex);
    }

    static Mono<Long> count(Known known, IncidentQuery query, Scope scope) {
        return Page.count(rows(known, query, scope), query.page());
    }

    /** All the pages in one. */
    static Flux<IncidentRow> all(Known known, IncidentQuery query, Scope scope) {
        return Page.all(rows(known, query, scope), query.page(), IncidentLists::row);
    }

    static IncidentRow row(Document document) {
        return IncidentRow.of(IncidentDocument.state(document));
    }

    /** A station never hands its incidents over: who may see a former state may see the present one. */
    static Rows rows(Known known, IncidentQuery query, Scope scope) {
        var filters = new ArrayList<>(query.filters());
        filters.add(ScopeFilter.of(scope));
        filters.add(known.notLater(query.page().order()));
        var former = known.then() == null
                ? null
                : new Rows.Former(
                        known.reading().collection(VERSIONS), known.then(), filters, List.of(), known.isLatest());
        return new Rows(known.reading(), INCIDENTS, filters, List.of(), former);
    }
}
