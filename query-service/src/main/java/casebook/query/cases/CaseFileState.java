package casebook.query.cases;

import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseDetails;
import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseOpened;
import casebook.events.CaseState;
import casebook.events.NoteAdded;
import casebook.events.NoteId;
import casebook.events.ReferralId;
import casebook.query.projection.LedgerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case file as its events tell it, with who did what when: the one fold of cases.
 *
 * @param statuses every status that it came into, the present one last
 * @param referralDates of each of its referrals, in the order in which they were sent
 * @param version the number of its events
 * @param position the ledger position after the last of them
 */
public record CaseFileState(
        CaseId id,
        CaseDetails details,
        List<Note> notes,
        List<StatusDate> statuses,
        List<ReferralDate> referralDates,
        long version,
        long position) {

    /** Something written into the case. */
    public record Note(
            NoteId id, String text, Instant at, @Nullable String by) {}

    /** Lists that the stored text leaves out are empty. */
    public CaseFileState {
        referralDates = copy(referralDates);
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

    public String title() {
        return details.title();
    }

    public @Nullable String lead() {
        return details.lead();
    }

    public List<CaseIncident> incidents() {
        return details.incidents().all();
    }

    public CaseState state() {
        return details.state();
    }

    public Instant openedAt() {
        return statuses.getFirst().at();
    }

    /** The same without what no list shows and what grows with its history: notes, and when referrals were sent and answered. */
    public CaseFileState forLists() {
        return new CaseFileState(id, details, List.of(), statuses, List.of(), version, position);
    }

    /** When a referral of this case was sent and answered. */
    public ReferralDate dateOf(ReferralId referral) {
        return referralDates.stream()
                .filter(date -> date.referral().equals(referral))
                .findFirst()
                .orElseThrow();
    }

    /** The deadlines that were recorded as missed and are still owed. */
    public List<CaseDeadlineMissed> overdue() {
        return details.missed().stream().filter(this::owes).toList();
    }

    /** Whether what a missed deadline was for is still owed. */
    public boolean owes(CaseDeadlineMissed missed) {
        return details.owes(missed.kind(), missed.referral());
    }

    private static CaseFileState opened(CaseOpened opened, LedgerEvent event) {
        return new CaseFileState(
                opened.caseFile(),
                CaseDetails.of(opened),
                List.of(),
                List.of(StatusDate.opened(event)),
                List.of(),
                event.sequence() + 1,
                event.position());
    }

    private CaseFileState after(CaseEvent happened, LedgerEvent event) {
        var next = details.after(happened);
        return new CaseFileState(
                id,
                next,
                notesAfter(happened, event),
                StatusDate.after(statuses, next.state(), event),
                ReferralDate.after(referralDates, event),
                event.sequence() + 1,
                event.position());
    }

    private List<Note> notesAfter(CaseEvent happened, LedgerEvent event) {
        return happened instanceof NoteAdded note
                ? and(notes, new Note(note.note(), note.text(), event.at(), event.text("actor")))
                : notes;
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
