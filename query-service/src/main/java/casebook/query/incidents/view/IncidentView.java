package casebook.query.incidents.view;

import casebook.events.Agency;
import casebook.events.Category;
import casebook.events.Enterprise;
import casebook.events.IncidentId;
import casebook.events.IncidentStatus;
import casebook.events.Place;
import casebook.events.Source;
import casebook.events.StationCode;
import casebook.events.SubjectRole;
import casebook.events.Vehicle;
import casebook.query.exhibits.view.ExhibitRow;
import casebook.query.incidents.IncidentState;
import casebook.query.platform.MissedDeadline;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident with all that is known of it, its members named as in a filing.
 *
 * @param missedDeadlines what was not done in time, as the ledger recorded it
 * @param cases the cases that hold it and that the caller may see
 * @param exhibits what was taken into custody
 * @param related other incidents with the same vehicle or person; absent in a view of an earlier moment
 * @param allowedActions what this caller may do with it; absent in a view of an earlier moment
 * @param labels words for the codes, in the caller's language
 */
public record IncidentView(
        IncidentId id,
        String number,
        StationCode station,
        Category category,
        OffsetDateTime occurredAt,
        @Nullable OffsetDateTime detectedAt,
        Place place,
        @Nullable Source source,
        @Nullable String sourceUnit,
        List<Agency> agencies,
        String summary,
        List<SubjectView> subjects,
        List<SeizureView> seizures,
        List<Vehicle> vehicles,
        List<Enterprise> enterprises,
        Map<SubjectRole, Integer> unnamed,
        int vehicleCount,
        int enterpriseCount,
        IncidentStatus status,
        @Nullable String returnedReason,
        @Nullable String voidReason,
        @Nullable IncidentId duplicateOf,
        Instant filedAt,
        @Nullable String filedBy,
        long version,
        long position,
        List<MissedDeadline> missedDeadlines,
        List<String> cases,
        List<ExhibitRow> exhibits,
        @Nullable List<RelatedIncident> related,
        @Nullable List<String> allowedActions,
        Map<String, String> labels) {

    static IncidentView of(IncidentState state, List<SubjectView> subjects, Beside beside, Map<String, String> labels) {
        var details = state.details();
        return new IncidentView(
                state.id(),
                state.number(),
                state.station(),
                details.category(),
                details.occurredAt(),
                details.detectedAt(),
                details.place(),
                details.source(),
                details.sourceUnit(),
                details.agencies(),
                details.summary(),
                subjects,
                seizures(state),
                details.vehicles(),
                details.enterprises(),
                details.unnamed(),
                details.vehicleCount(),
                details.enterpriseCount(),
                state.status(),
                state.standing().reasonOf(IncidentStatus.RETURNED),
                state.standing().reasonOf(IncidentStatus.VOIDED),
                state.standing().duplicateOf(),
                state.filedAt(),
                state.filedBy(),
                state.version(),
                state.position(),
                MissedDeadline.of(state.aftermath().deadlines().missed(), state::owes),
                beside.cases(),
                beside.exhibits(),
                beside.related(),
                beside.allowedActions(),
                labels);
    }

    /** What is shown beside what the incident's own events tell. */
    record Beside(
            List<String> cases,
            List<ExhibitRow> exhibits,
            @Nullable List<RelatedIncident> related,
            @Nullable List<String> allowedActions) {}

    private static List<SeizureView> seizures(IncidentState state) {
        return state.details().seizures().stream()
                .map(seizure -> new SeizureView(
                        seizure, state.aftermath().lab(seizure.id()).orElse(null)))
                .toList();
    }
}
