package casebook.query.incidents.web;

import casebook.http.Caller;
import casebook.http.Scope;
import casebook.query.exports.ExportedList;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.incidents.view.IncidentQuery;
import casebook.query.incidents.view.IncidentViews;
import casebook.query.platform.Parameters;
import casebook.query.projection.Reading;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class ExportedIncidents implements ExportedList {

    private final IncidentViews incidents;

    ExportedIncidents(IncidentViews incidents) {
        this.incidents = incidents;
    }

    @Override
    public String name() {
        return IncidentListing.COLUMNS.name();
    }

    @Override
    public String[] projections() {
        return new String[] {IncidentsProjection.NAME};
    }

    @Override
    public Mono<Shown> page(Parameters parameters, Reading reading, Caller caller, Scope scope) {
        var query = IncidentQuery.of(parameters);
        parameters.check();
        return incidents
                .known(reading, query)
                .flatMap(known -> Mono.zip(
                        incidents.count(known, query, scope),
                        incidents.list(known, query, scope),
                        (rows, page) -> new Shown(rows, page.items(), page.next())));
    }
}
