package casebook.query.statistics.web;

import casebook.http.Caller;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import casebook.query.statistics.Sight;
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

    Mono<Sight> sight(Reading reading, Caller caller) {
        return tables.sight(reading, caller);
    }

    Mono<Sight> sightAt(long position, Reading reading, Caller caller) {
        return tables.sightAt(position, reading, caller);
    }

    Mono<KnownTable> of(YearlyRequest request, Reading reading, Sight sight) {
        var query = request.query();
        return request.asKnownAt()
                .map(moment -> moment.index(ledger).flatMap(index -> at(index, query, reading, sight)))
                .orElseGet(() -> tables.now(reading, query, sight)
                        .map(table -> KnownTable.of(query, reading.position(), table)));
    }

    /** What the projection has not reached is not known yet. */
    Mono<KnownTable> at(long index, YearlyQuery query, Reading reading, Sight sight) {
        var position = Math.min(index, reading.position());
        return tables.asKnownAt(position, reading, query, sight).map(table -> KnownTable.of(query, position, table));
    }
}
