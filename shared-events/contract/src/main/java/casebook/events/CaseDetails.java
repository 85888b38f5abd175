package casebook.events;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case as its events tell it: the state that commands are judged on and that views show.
 *
 * @param merger while it is MERGED
 * @param seal while it is sealed
 * @param hold while it is under legal hold
 * @param missed the deadlines that were recorded as missed, but for that of the resolution where the case was taken up again since
 */
public record CaseDetails(
        String title,
        CaseState state,
        CaseIncidents incidents,
        @Nullable String lead,
        List<Referral> referrals,
        @Nullable Merger merger,
        @Nullable Seal seal,
        @Nullable Hold hold,
        List<CaseDeadlineMissed> missed) {

    /**
     * Where a case went.
     *
     * @param before the state that it had, and has again when the merger is taken back
     */
    public record Merger(CaseId into, CaseState before) {}

    /** Who alone may see a sealed case, besides auditors: names as tokens carry them. */
    public record Seal(String reason, List<String> officers) {}

    /** Why no personal data of its incidents may be erased. */
    public record Hold(String reason) {}

    /** Lists that the stored text leaves out are empty. */
    public CaseDetails {
        referrals = referrals == null ? List.of() : List.copyOf(referrals);
        missed = missed == null ? List.of() : List.copyOf(missed);
    }

    public static CaseDetails of(CaseOpened opened) {
        return new CaseDetails(
                opened.title(),
                CaseState.OPEN,
                new CaseIncidents(opened.incidents(), List.of()),
                opened.lead(),
                List.of(),
                null,
                null,
                null,
                List.of());
    }

    /** The case after a further event of its stream. */
    public CaseDetails after(CaseEvent event) {
        return switch (event) {
            case CaseOpened opened -> of(opened);
            case NoteAdded _ -> this;
            case IncidentLinked linked -> with(incidents.with(linked.incident()));
            case IncidentUnlinked unlinked -> with(incidents.without(unlinked.incident()));
            case CaseAssigned assigned ->
                new CaseDetails(title, state, incidents, assigned.officer(), referrals, merger, seal, hold, missed);
            case CaseMoved moved -> in(moved.to(), merger);
            case ReferralSent sent -> referred(CaseState.REFERRED, and(referrals, Referral.of(sent)));
            case ReferralAnswered answered -> answered(answered);
            case CaseMerged merged -> in(CaseState.MERGED, new Merger(merged.into(), state));
            case CaseUnmerged _ -> in(merger == null ? state : merger.before(), null);
            case CaseAbsorbed absorbed -> with(incidents.with(absorbed.absorbed(), absorbed.incidents()));
            case CaseSeparated separated -> with(incidents.without(separated.separated()));
            case CaseSealed sealed -> with(new Seal(sealed.reason(), sealed.officers()));
            case CaseUnsealed _ -> with((Seal) null);
            case LegalHoldPlaced placed -> with(new Hold(placed.reason()));
            case LegalHoldReleased _ -> with((Hold) null);
            case CaseDeadlineMissed deadline ->
                new CaseDetails(title, state, incidents, lead, referrals, merger, seal, hold, and(missed, deadline));
        };
    }

    /** Whether this may be asked of the case. */
    public boolean allows(CaseAction action) {
        return switch (action) {
            case LINK, ASSIGN -> state.isActive();
            case UNLINK -> state.isActive() && incidents.all().size() > 1 && hold == null;
            case NOTE, MERGE -> state != CaseState.MERGED;
            case REFER -> state.takesReferrals();
            case UNMERGE -> state == CaseState.MERGED;
            case SEAL -> seal == null;
            case UNSEAL -> seal != null;
            case HOLD -> hold == null;
            case RELEASE_HOLD -> hold != null;
        };
    }

    /**
     * Whether a case that it took in may leave again: one that went on into a third case would leave that with what it does not hold, and under
     * legal hold nothing leaves.
     */
    public boolean canSeparate() {
        return merger == null && hold == null;
    }

    /**
     * What may be asked of the case, as {@code allowedActions} lists it.
     *
     * @param command whether by a command; else by a station
     * @param into the case that it went into, while it is MERGED
     */
    public List<String> allowedActions(boolean command, @Nullable CaseDetails into) {
        return Stream.concat(
                        Stream.of(CaseAction.values())
                                .filter(action -> command || !action.isForCommandAlone())
                                .filter(this::allows)
                                .filter(action -> action != CaseAction.UNMERGE || into != null && into.canSeparate())
                                .map(CaseAction::code),
                        state.next().stream()
                                .filter(to -> command || !state.isForCommandAlone(to))
                                .map(to -> "transition:" + to))
                .toList();
    }

    public Optional<Referral> referral(ReferralId id) {
        return referrals.stream().filter(sent -> sent.id().equals(id)).findFirst();
    }

    /** Whether it was recorded that this deadline passed. */
    public boolean hasMissed(DeadlineKind kind, @Nullable ReferralId referral) {
        return missed.stream().anyMatch(one -> one.kind() == kind && Objects.equals(one.referral(), referral));
    }

    /** Whether what is due has not happened yet, in a case that still owes it. */
    public boolean owes(DeadlineKind kind, @Nullable ReferralId referral) {
        return switch (kind) {
            case REFERRAL_ANSWER ->
                referral != null
                        && referral(referral)
                                .filter(sent -> sent.status() == ReferralStatus.SENT)
                                .isPresent();
            case RESOLUTION -> state.isActive();
            case FIRST_REPORT, FOLLOW_UP, ACCEPTANCE, CUSTODY_TRANSFER, LAB_RESULT -> false;
        };
    }

    private CaseDetails answered(ReferralAnswered answered) {
        var later = referrals.stream()
                .map(sent -> sent.id().equals(answered.referral()) ? sent.after(answered) : sent)
                .toList();
        var isDeclinedByAll = answered.outcome() == ReferralOutcome.DECLINED
                && later.stream().noneMatch(sent -> sent.status().isOpen());
        var file = referred(state, later);
        return isDeclinedByAll ? file.broughtBack() : file;
    }

    /** From REFERRED, which a merged case was before. */
    private CaseDetails broughtBack() {
        if (state == CaseState.REFERRED) {
            return in(CaseState.UNDER_INVESTIGATION, merger);
        }
        return merger != null && merger.before() == CaseState.REFERRED
                ? in(state, new Merger(merger.into(), CaseState.UNDER_INVESTIGATION))
                : this;
    }

    /** A case that is taken up again has a new time for its resolution. */
    private CaseDetails in(CaseState next, @Nullable Merger nextMerger) {
        var isTakenUpAgain = next.isActive() && !state.isActive();
        return new CaseDetails(
                title,
                next,
                incidents,
                lead,
                referrals,
                nextMerger,
                seal,
                hold,
                isTakenUpAgain ? ofReferrals(missed) : missed);
    }

    private static List<CaseDeadlineMissed> ofReferrals(List<CaseDeadlineMissed> missed) {
        return missed.stream()
                .filter(one -> one.kind() != DeadlineKind.RESOLUTION)
                .toList();
    }

    private CaseDetails referred(CaseState next, List<Referral> nextReferrals) {
        return new CaseDetails(title, next, incidents, lead, nextReferrals, merger, seal, hold, missed);
    }

    private CaseDetails with(CaseIncidents nextIncidents) {
        return new CaseDetails(title, state, nextIncidents, lead, referrals, merger, seal, hold, missed);
    }

    private CaseDetails with(@Nullable Seal nextSeal) {
        return new CaseDetails(title, state, incidents, lead, referrals, merger, nextSeal, hold, missed);
    }

    private CaseDetails with(@Nullable Hold nextHold) {
        return new CaseDetails(title, state, incidents, lead, referrals, merger, seal, nextHold, missed);
    }

    private static <T> List<T> and(List<T> list, T added) {
        return Stream.concat(list.stream(), Stream.of(added)).toList();
    }
}
