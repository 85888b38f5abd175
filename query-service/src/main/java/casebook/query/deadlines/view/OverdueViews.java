package casebook.query.deadlines.view;

import casebook.http.Caller;
import casebook.query.cases.view.CaseViews;
import casebook.query.exhibits.view.ExhibitViews;
import casebook.query.incidents.view.IncidentViews;
import casebook.query.platform.Overdue;
import casebook.query.projection.Reading;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is overdue of all that the caller may see. */
@Component
public final class OverdueViews {

    private final IncidentViews incidents;
    private final CaseViews cases;
    private final ExhibitViews exhibits;

    OverdueViews(IncidentViews incidents, CaseViews cases, ExhibitViews exhibits) {
        this.incidents = incidents;
        this.cases = cases;
        this.exhibits = exhibits;
    }

    public Mono<OverdueList> of(Reading reading, Caller caller, int limit) {
        return first(reading, caller, limit).collectList().map(OverdueList::new);
    }

    public Flux<Overdue> all(Reading reading, Caller caller) {
        return first(reading, caller, Integer.MAX_VALUE);
    }

    private Flux<Overdue> first(Reading reading, Caller caller, int limit) {
        return Flux.concat(
                        incidents.overdue(reading, caller.scope(), limit),
                        cases.overdue(reading, caller, limit),
                        exhibits.overdue(reading, caller.scope(), limit))
                .flatMapIterable(items -> items)
                .sort(Comparator.comparing(Overdue::dueAt))
                .take(limit);
    }
}
