package casebook.query.cases;

import casebook.events.CaseAssigned;
import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseState;
import casebook.events.Closure;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.events.IncidentUnlinked;
import casebook.events.NoteAdded;
import casebook.events.NoteId;
import casebook.query.projection.LedgerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case file as its events tell it: the one fold of cases.
 *
 * @param statuses every status that it came into, the present one last
 * @param version the number of its events
 * @param position the ledger position after the last of them
 */
public record CaseFileState(
        CaseId id,
        String title,
        @Nullable String lead,
        List<CaseIncident> incidents,
        List<Note> notes,
        List<StatusDate> statuses,
        long version,
        long position) {

    /** Something written into the case. */
    public record Note(
            NoteId id, String text, Instant at, @Nullable String by) {}

    /** When the case came into a status, by whom and why. */
    public record StatusDate(
            CaseState status,
            Instant at,
            @Nullable String by,
            @Nullable String reason,
            @Nullable Closure closure) {}

    /** Lists that the stored text leaves out are empty. */
    public CaseFileState {
        incidents = copy(incidents);
        notes = copy(notes);
        statuses = copy(statuses);
    }

    /** The state after these events; empty if there is none. */
    public static Optional<CaseFileState> of(List<LedgerEvent> events) {
        CaseFileState state = null;
        for (var event : events) {
            state = evolve(state, event);
        }
        return Optional.ofNullable(state);
    }

    /**
     * @param before null before the opening
     * @throws IllegalStateException if the first event is not the opening
     */
    public static CaseFileState evolve(@Nullable CaseFileState before, LedgerEvent event) {
        var happened = (CaseEvent) event.event();
        if (happened instanceof CaseOpened opened) {
            return opened(opened, event);
        }
        if (before == null) {
            throw new IllegalStateException("The opening of case " + happened.caseFile() + " is missing");
        }
        return before.after(happened, event);
    }

    public CaseState state() {
        return statuses.getLast().status();
    }

    public Instant openedAt() {
        return statuses.getFirst().at();
    }

    private static CaseFileState opened(CaseOpened opened, LedgerEvent event) {
        return new CaseFileState(
                opened.caseFile(),
                opened.title(),
                opened.lead(),
                opened.incidents(),
                List.of(),
                List.of(new StatusDate(CaseState.OPEN, event.at(), event.text("actor"), null, null)),
                event.sequence() + 1,
                event.position());
    }

    private CaseFileState after(CaseEvent happened, LedgerEvent event) {
        var by = event.text("actor");
        return switch (happened) {
            case CaseOpened opened -> opened(opened, event);
            case IncidentLinked linked -> with(lead, and(incidents, linked.incident()), notes, statuses, event);
            case IncidentUnlinked unlinked -> with(lead, without(unlinked.incident()), notes, statuses, event);
            case CaseAssigned assigned -> with(assigned.officer(), incidents, notes, statuses, event);
            case NoteAdded note ->
                with(lead, incidents, and(notes, new Note(note.note(), note.text(), event.at(), by)), statuses, event);
            case CaseMoved moved ->
                with(
                        lead,
                        incidents,
                        notes,
                        and(statuses, new StatusDate(moved.to(), event.at(), by, moved.reason(), moved.closure())),
                        event);
        };
    }

    private CaseFileState with(
            @Nullable String newLead,
            List<CaseIncident> newIncidents,
            List<Note> newNotes,
            List<StatusDate> newStatuses,
            LedgerEvent event) {
        return new CaseFileState(
                id, title, newLead, newIncidents, newNotes, newStatuses, event.sequence() + 1, event.position());
    }

    private List<CaseIncident> without(IncidentId unlinked) {
        return incidents.stream()
                .filter(one -> !one.incident().equals(unlinked))
                .toList();
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <T> List<T> and(List<T> list, T added) {
        var longer = new ArrayList<>(list);
        longer.add(added);
        return longer;
    }
}
