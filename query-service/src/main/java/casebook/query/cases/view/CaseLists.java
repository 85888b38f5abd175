package casebook.query.cases.view;

import static casebook.query.cases.projection.CasesProjection.CASES;
import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.eq;

import casebook.http.Caller;
import casebook.query.cases.CaseFileState;
import casebook.query.cases.projection.CaseDocument;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.platform.Page;
import casebook.query.projection.Reading;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of cases, page by page. */
final class CaseLists {

    private static final String PLACES = "places";
    private static final int ROWS_AT_ONCE = 256;

    private CaseLists() {}

    static Mono<Page<CaseRow>> page(Reading reading, CaseQuery query, Caller caller) {
        return Page.selected(
                        reading.collection(CASES),
                        filters(query, caller),
                        places(reading, query),
                        query.page(),
                        CaseDocument::state)
                .flatMap(page -> rows(reading, page.items(), caller).map(rows -> new Page<>(rows, page.next())));
    }

    /** All the pages in one. */
    static Flux<CaseRow> all(Reading reading, CaseQuery query, Caller caller) {
        return Page.all(
                        reading.collection(CASES),
                        filters(query, caller),
                        places(reading, query),
                        query.page(),
                        CaseDocument::state)
                .buffer(ROWS_AT_ONCE)
                .concatMap(states -> rows(reading, states, caller).flatMapIterable(rows -> rows));
    }

    private static Mono<List<CaseRow>> rows(Reading reading, List<CaseFileState> states, Caller caller) {
        return Seen.of(reading, states, caller)
                .map(seen ->
                        states.stream().map(state -> CaseRow.of(state, seen)).toList());
    }

    private static List<Bson> filters(CaseQuery query, Caller caller) {
        var all = new ArrayList<>(query.filters());
        all.add(VisibleCases.to(caller, query.station()));
        return all;
    }

    /** They leave out the cases of which no incident happened in the province that is asked for. */
    private static List<Bson> places(Reading reading, CaseQuery query) {
        return query.province()
                .map(province -> List.of(
                        lookup(
                                reading.collection(CasesProjection.PLACES)
                                        .getNamespace()
                                        .getCollectionName(),
                                CaseDocument.INCIDENTS + ".id",
                                "_id",
                                PLACES),
                        match(eq(PLACES + ".province", province.value()))))
                .orElse(List.of());
    }
}
