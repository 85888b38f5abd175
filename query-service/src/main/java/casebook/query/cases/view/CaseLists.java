package casebook.query.cases.view;

import static casebook.query.cases.projection.CasesProjection.CASES;
import static casebook.query.cases.projection.CasesProjection.VERSIONS;
import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.elemMatch;

import casebook.http.Caller;
import casebook.http.Scope;
import casebook.query.cases.CaseFileState;
import casebook.query.cases.projection.CaseDocument;
import casebook.query.platform.Known;
import casebook.query.platform.Page;
import casebook.query.platform.Rows;
import casebook.query.projection.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of cases, page by page. */
final class CaseLists {

    private static final String PRESENT = "present";
    private static final int ROWS_AT_ONCE = 256;

    private CaseLists() {}

    /** @param scope that the caller's covers, or the caller's own */
    static Mono<Page<CaseRow>> page(Known known, CaseQuery query, Caller caller, Scope scope) {
        return Page.of(found(known, query, caller, scope), query.page(), CaseDocument::state)
                .flatMap(page ->
                        rows(known.reading(), page.items(), caller, scope).map(rows -> new Page<>(rows, page.next())));
    }

    static Mono<Long> count(Known known, CaseQuery query, Caller caller, Scope scope) {
        return Page.count(found(known, query, caller, scope), query.page());
    }

    /** All the pages in one. */
    static Flux<CaseRow> all(Known known, CaseQuery query, Caller caller) {
        var scope = caller.scope();
        return Page.all(found(known, query, caller, scope), query.page(), CaseDocument::state)
                .buffer(ROWS_AT_ONCE)
                .concatMap(
                        states -> rows(known.reading(), states, caller, scope).flatMapIterable(rows -> rows));
    }

    private static Mono<List<CaseRow>> rows(Reading reading, List<CaseFileState> states, Caller caller, Scope scope) {
        return Seen.of(reading, states, caller, scope)
                .map(seen ->
                        states.stream().map(state -> CaseRow.of(state, seen)).toList());
    }

    private static Rows found(Known known, CaseQuery query, Caller caller, Scope scope) {
        var filters = and(query.filters(), VisibleCases.to(caller, scope, query.station()));
        filters.add(known.notLater(query.page().order()));
        var places =
                query.province().map(province -> CasePlaces.in(province, known)).orElse(List.of());
        return new Rows(known.reading(), CASES, filters, places, former(known, query, caller, scope, places));
    }

    /** Who may see a case, the present document says: a former state is shown to whom it shows something, and the present one, too. */
    private static Rows.@Nullable Former former(
            Known known, CaseQuery query, Caller caller, Scope scope, List<Bson> places) {
        if (known.then() == null) {
            return null;
        }
        var filters = and(query.filters(), VisibleCases.in(scope, query.station()));
        var visible = Stream.of(
                lookup(known.reading().collection(CASES).getNamespace().getCollectionName(), "_id", "_id", PRESENT),
                match(elemMatch(PRESENT, VisibleCases.to(caller, scope, Optional.empty()))));
        return new Rows.Former(
                known.reading().collection(VERSIONS),
                known.then(),
                filters,
                Stream.concat(visible, places.stream()).toList(),
                known.isLatest());
    }

    private static List<Bson> and(List<Bson> filters, Bson more) {
        var all = new ArrayList<>(filters);
        all.add(more);
        return all;
    }
}
