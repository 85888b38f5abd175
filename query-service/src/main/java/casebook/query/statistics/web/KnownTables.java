package casebook.query.statistics.web;

import casebook.http.Scope;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.view.YearlyTables;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Fills the tables that are asked for. */
@Component
class KnownTables {

    private final LedgerEvents ledger;
    private final YearlyTables tables;

    KnownTables(LedgerEvents ledger, YearlyTables tables) {
        this.ledger = ledger;
        this.tables = tables;
    }

    Mono<KnownTable> of(YearlyRequest request, Reading reading, Scope scope) {
        var query = request.query();
        return request.asKnownAt()
                .map(moment -> moment.index(ledger).flatMap(index -> at(index, query, reading, scope)))
                .orElseGet(() -> tables.now(reading, query, scope)
                        .map(table -> KnownTable.of(query, reading.position(), table)));
    }

    /** What the projection has not reached is not known yet. */
    Mono<KnownTable> at(long index, YearlyQuery query, Reading reading, Scope scope) {
        var position = Math.min(index, reading.position());
        return tables.asKnownAt(position, reading, query, scope).map(table -> KnownTable.of(query, position, table));
    }
}
