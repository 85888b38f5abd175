package casebook.query.incidents;

import casebook.events.DeadlineKind;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentDetails;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.IncidentPersons;
import casebook.events.IncidentStatus;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.query.projection.LedgerEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incident as its events tell it: the one fold of incidents.
 *
 * @param filedAt when the filing was recorded
 * @param version the number of its events
 * @param position the ledger position after the last of them
 */
public record IncidentState(
        IncidentId id,
        String number,
        StationCode station,
        ProvinceCode stationProvince,
        IncidentDetails details,
        Standing standing,
        Aftermath aftermath,
        IncidentPersons persons,
        Instant filedAt,
        @Nullable String filedBy,
        long version,
        long position) {

    /** Persons that the stored text leaves out are none. */
    public IncidentState {
        persons = persons == null ? IncidentPersons.NONE : persons;
    }

    /** The state after these events; empty if there is none. */
    public static Optional<IncidentState> of(List<LedgerEvent> events) {
        IncidentState state = null;
        for (var event : events) {
            state = evolve(state, event);
        }
        return Optional.ofNullable(state);
    }

    /**
     * @param before null before the filing
     * @throws IllegalStateException if the first event is not the filing
     */
    public static IncidentState evolve(@Nullable IncidentState before, LedgerEvent event) {
        var happened = (IncidentEvent) event.event();
        if (happened instanceof IncidentFiled filed) {
            return filed(filed, event);
        }
        if (before == null) {
            throw new IllegalStateException("The filing of incident " + happened.incident() + " is missing");
        }
        return new IncidentState(
                before.id,
                before.number,
                before.station,
                before.stationProvince,
                before.details.after(happened),
                before.standing.after(happened),
                before.aftermath.after(happened, event),
                before.persons.after(happened),
                before.filedAt,
                before.filedBy,
                event.sequence() + 1,
                event.position());
    }

    private static IncidentState filed(IncidentFiled filed, LedgerEvent event) {
        return new IncidentState(
                filed.incident(),
                filed.number(),
                filed.station(),
                filed.stationProvince(),
                filed.details(),
                Standing.FILED,
                Aftermath.NONE,
                IncidentPersons.NONE.after(filed),
                event.at(),
                event.text("actor"),
                event.sequence() + 1,
                event.position());
    }

    public IncidentStatus status() {
        return standing.status();
    }

    /** The deadlines that were recorded as missed and are still owed. */
    public List<IncidentDeadlineMissed> overdue() {
        return aftermath.deadlines().missed().stream().filter(this::owes).toList();
    }

    /** Whether what a missed deadline was for is still owed. A report that came too late is so until it is judged. */
    public boolean owes(IncidentDeadlineMissed missed) {
        return missed.kind() == DeadlineKind.FIRST_REPORT
                ? status() == IncidentStatus.FILED || status() == IncidentStatus.RETURNED
                : aftermath.deadlines().owes(missed.kind(), missed.seizure(), status());
    }

    /** The same, but that the report that it is a duplicate of is not told. */
    public IncidentState withoutOriginal() {
        return new IncidentState(
                id,
                number,
                station,
                stationProvince,
                details,
                standing.withoutOriginal(),
                aftermath,
                persons,
                filedAt,
                filedBy,
                version,
                position);
    }
}
