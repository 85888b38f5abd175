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
    private final Turns turns;

    KnownTables(
            LedgerEvents ledger,
            YearlyTables yearly,
            TimelinessTables timeliness,
            ClearanceTables clearances,
            StatisticsProperties properties,
            Turns turns) {
        this.ledger = ledger;
        this.yearly = yearly;
        this.timeliness = timeliness;
        this.clearances = clearances;
        this.properties = properties;
        this.turns = turns;
    }

    Mono<Sight> sight(Reading reading, Caller caller) {
        return yearly.sight(reading, caller);
    }

    Mono<Sight> sightAt(long position, Reading reading, Caller caller) {
        return yearly.sightAt(position, reading, caller);
    }

    /** The question that a request comes to. */
    Mono<TableQuestion> question(YearlyRequest request, Reading reading, Sight sight) {
        return request.asKnownAt()
                .map(moment -> moment.index(reading, ledger))
                .orElseGet(() -> Mono.just(reading.position()))
                .map(position -> new TableQuestion(request.kind(), request.query(), sight, position));
    }

    Mono<KnownTable> of(TableQuestion question, Reading reading) {
        return question.position() == reading.position()
                ? filling(question.kind()).now(question, reading, turns)
                : again(question, reading);
    }

    /** What is hidden may have been sealed since: the present sums know nothing of that. */
    Mono<KnownTable> again(TableQuestion question, Reading reading) {
        return filling(question.kind()).asKnown(question, reading, turns);
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

        Mono<KnownTable> now(TableQuestion question, Reading reading, Turns turns) {
            return of(question, turns.take(tables.now(reading, question.query(), question.sight())));
        }

        Mono<KnownTable> asKnown(TableQuestion question, Reading reading, Turns turns) {
            return of(
                    question,
                    turns.take(tables.asKnownAt(question.position(), reading, question.query(), question.sight())));
        }

        private Mono<KnownTable> of(TableQuestion question, Mono<T> filled) {
            return filled.map(table -> answer.of(question.query(), question.position(), table));
        }
    }

    @FunctionalInterface
    private interface Answer<T, A> {
        A of(YearlyQuery query, long position, T table);
    }
}
