package casebook.query.statistics.web;

import casebook.http.Caller;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import casebook.query.statistics.Sight;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.view.ClearanceTables;
import casebook.query.statistics.view.Tables;
import casebook.query.statistics.view.TimelinessTables;
import casebook.query.statistics.view.YearlyTables;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Fills the tables that are asked for. */
@Component
class KnownTables {

    private final LedgerEvents ledger;
    private final YearlyTables yearly;
    private final TimelinessTables timeliness;
    private final ClearanceTables clearances;
    private final StatisticsProperties properties;

    KnownTables(
            LedgerEvents ledger,
            YearlyTables yearly,
            TimelinessTables timeliness,
            ClearanceTables clearances,
            StatisticsProperties properties) {
        this.ledger = ledger;
        this.yearly = yearly;
        this.timeliness = timeliness;
        this.clearances = clearances;
        this.properties = properties;
    }

    Mono<Sight> sight(Reading reading, Caller caller) {
        return yearly.sight(reading, caller);
    }

    Mono<Sight> sightAt(long position, Reading reading, Caller caller) {
        return yearly.sightAt(position, reading, caller);
    }

    Mono<KnownTable> of(YearlyRequest request, Reading reading, Sight sight) {
        return request.asKnownAt()
                .map(moment -> moment.index(ledger)
                        .flatMap(index -> at(index, request.kind(), request.query(), reading, sight)))
                .orElseGet(() -> filling(request.kind()).now(reading, request.query(), sight));
    }

    /** What the projection has not reached is not known yet. */
    Mono<KnownTable> at(long index, TableKind kind, YearlyQuery query, Reading reading, Sight sight) {
        return filling(kind).at(Math.min(index, reading.position()), reading, query, sight);
    }

    private Filling<?> filling(TableKind kind) {
        return switch (kind) {
            case YEARLY ->
                new Filling<>(
                        yearly, (query, position, table) -> KnownTable.of(YearlyFigures.of(query, position, table)));
            case SEIZURES ->
                Filling.of(
                        yearly,
                        (query, position, table) -> DrugSeizuresView.of(YearlyFigures.of(query, position, table)));
            case TRAFFICKING ->
                Filling.of(
                        yearly,
                        (query, position, table) -> TraffickingView.of(YearlyFigures.of(query, position, table)));
            case TIMELINESS ->
                Filling.of(
                        timeliness,
                        (query, position, table) -> TimelinessView.of(query, position, table, properties.inTime()));
            case CLEARANCE -> Filling.of(clearances, ClearanceView::of);
        };
    }

    private record Filling<T>(Tables<T> tables, Answer<T, KnownTable> answer) {

        static <T> Filling<T> of(Tables<T> tables, Answer<T, ? extends TableView> view) {
            return new Filling<>(
                    tables,
                    (query, position, table) -> KnownTable.of(query, position, view.of(query, position, table)));
        }

        Mono<KnownTable> now(Reading reading, YearlyQuery query, Sight sight) {
            return tables.now(reading, query, sight).map(table -> answer.of(query, reading.position(), table));
        }

        Mono<KnownTable> at(long position, Reading reading, YearlyQuery query, Sight sight) {
            return tables.asKnownAt(position, reading, query, sight).map(table -> answer.of(query, position, table));
        }
    }

    @FunctionalInterface
    private interface Answer<T, A> {
        A of(YearlyQuery query, long position, T table);
    }
}
