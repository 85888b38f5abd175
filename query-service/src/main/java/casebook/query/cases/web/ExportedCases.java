package casebook.query.cases.web;

import casebook.http.Caller;
import casebook.http.Scope;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.cases.view.CaseQuery;
import casebook.query.cases.view.CaseViews;
import casebook.query.exports.ExportedList;
import casebook.query.platform.Parameters;
import casebook.query.projection.Reading;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class ExportedCases implements ExportedList {

    private final CaseViews cases;

    ExportedCases(CaseViews cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return CaseListing.COLUMNS.name();
    }

    @Override
    public String[] projections() {
        return new String[] {CasesProjection.NAME};
    }

    @Override
    public Mono<Shown> page(Parameters parameters, Reading reading, Caller caller, Scope scope) {
        var query = CaseQuery.of(parameters);
        parameters.check();
        return cases.known(reading, query)
                .flatMap(known -> Mono.zip(
                        cases.count(known, query, caller, scope),
                        cases.list(known, query, caller, scope),
                        (rows, page) -> new Shown(rows, page.items(), page.next())));
    }
}
