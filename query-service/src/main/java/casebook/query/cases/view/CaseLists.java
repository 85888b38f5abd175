package casebook.query.cases.view;

import static casebook.query.cases.projection.CasesProjection.CASES;
import static casebook.query.cases.projection.CasesProjection.VERSIONS;
import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.elemMatch;

import casebook.http.Caller;
import casebook.query.cases.CaseFileState;
import casebook.query.cases.projection.CaseDocument;
import casebook.query.platform.Known;
import casebook.query.platform.Page;
import casebook.query.platform.Rows;
import casebook.query.projection.Reading;
import java.util.ArrayList;
import java.util.List;
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

    static Mono<Page<CaseRow>> page(Known known, CaseQuery query, Caller caller) {
        return Page.of(found(known, query, caller), query.page(), CaseDocument::state)
                .flatMap(
                        page -> rows(known.reading(), page.items(), caller).map(rows -> new Page<>(rows, page.next())));
    }

    /** All the pages in one. */
    static Flux<CaseRow> all(Known known, CaseQuery query, Caller caller) {
        return Page.all(found(known, query, caller), query.page(), CaseDocument::state)
                .buffer(ROWS_AT_ONCE)
                .concatMap(states -> rows(known.reading(), states, caller).flatMapIterable(rows -> rows));
    }

    private static Mono<List<CaseRow>> rows(Reading reading, List<CaseFileState> states, Caller caller) {
        return Seen.of(reading, states, caller)
                .map(seen ->
                        states.stream().map(state -> CaseRow.of(state, seen)).toList());
    }

    private static Rows found(Known known, CaseQuery query, Caller caller) {
        var filters = and(query.filters(), VisibleCases.to(caller, query.station()));
        var places =
                query.province().map(province -> CasePlaces.in(province, known)).orElse(List.of());
        return new Rows(known.reading(), CASES, filters, places, former(known, query, caller, places));
    }

    /** Who may see a case, the present document says: a former state is shown to whom it shows something, and the present one, too. */
    private static Rows.@Nullable Former former(Known known, CaseQuery query, Caller caller, List<Bson> places) {
        if (known.then() == null) {
            return null;
        }
        var filters = and(query.filters(), VisibleCases.in(caller.scope(), query.station()));
        var visible = Stream.of(
                lookup(known.reading().collection(CASES).getNamespace().getCollectionName(), "_id", "_id", PRESENT),
                match(elemMatch(PRESENT, VisibleCases.to(caller))));
        return new Rows.Former(
                known.reading().collection(VERSIONS),
                known.then(),
                filters,
                Stream.concat(visible, places.stream()).toList());
    }

    private static List<Bson> and(List<Bson> filters, Bson more) {
        var all = new ArrayList<>(filters);
        all.add(more);
        return all;
    }
}
