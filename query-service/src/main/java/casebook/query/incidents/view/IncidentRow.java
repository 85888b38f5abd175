package casebook.query.incidents.view;

import casebook.events.Category;
import casebook.events.IncidentId;
import casebook.events.IncidentStatus;
import casebook.events.Place;
import casebook.events.Seizure;
import casebook.events.Source;
import casebook.events.StationCode;
import casebook.query.incidents.IncidentState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident in a list: without persons. */
public record IncidentRow(
        IncidentId id,
        String number,
        StationCode station,
        Category category,
        OffsetDateTime occurredAt,
        Place place,
        @Nullable Source source,
        String summary,
        List<Seizure> seizures,
        IncidentStatus status,
        Instant filedAt,
        long version,
        long position) {

    public static IncidentRow of(IncidentState state) {
        var details = state.details();
        return new IncidentRow(
                state.id(),
                state.number(),
                state.station(),
                details.category(),
                details.occurredAt(),
                details.place(),
                details.source(),
                details.summary(),
                details.seizures(),
                state.status(),
                state.filedAt(),
                state.version(),
                state.position());
    }
}
