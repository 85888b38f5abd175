package casebook.events;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an incident still owes, and what it owed too late.
 *
 * @param followedUp whether anything was reported after the filing
 * @param labs what laboratories were asked, each seizure once
 * @param missed the deadlines that were recorded as missed
 */
public record IncidentDeadlines(boolean followedUp, List<Lab> labs, List<IncidentDeadlineMissed> missed) {

    public static final IncidentDeadlines NONE = new IncidentDeadlines(false, List.of(), List.of());

    /** Whether the laboratory that was asked last about a seizure has answered. */
    public record Lab(SeizureId seizure, LabStatus status) {}

    /** Lists that the stored text leaves out are empty. */
    public IncidentDeadlines {
        labs = labs == null ? List.of() : List.copyOf(labs);
        missed = missed == null ? List.of() : List.copyOf(missed);
    }

    /** What is owed after a further event of the incident. */
    public IncidentDeadlines after(IncidentEvent event) {
        return switch (event) {
            case IncidentFiled _ -> NONE;
            case IncidentAmended _, SeizureAdded _, SubjectAdded _, VehicleAdded _, EnterpriseAdded _ -> reported(labs);
            case SubjectOutcomeRecorded _, VictimSupported _, VictimReferred _ -> reported(labs);
            case LabRequested requested ->
                reported(with(requested.seizure(), LabStatus.LAB_PENDING))
                        .anew(DeadlineKind.LAB_RESULT, requested.seizure());
            case LabResultRecorded result -> reported(with(result.seizure(), LabStatus.LAB_REPORTED));
            case IncidentReturned _ -> anew(DeadlineKind.ACCEPTANCE, null);
            case IncidentAccepted _, IncidentVoided _, PersonalDataErased _ -> this;
            case IncidentDeadlineMissed deadline ->
                new IncidentDeadlines(
                        followedUp,
                        labs,
                        Stream.concat(missed.stream(), Stream.of(deadline)).toList());
        };
    }

    /**
     * Whether what is due has not happened yet, in an incident of this status that still owes it. The first report is always too late by the time that
     * anybody knows: it is owed until it is recorded as missed.
     */
    public boolean owes(DeadlineKind kind, @Nullable SeizureId seizure, IncidentStatus status) {
        return status != IncidentStatus.VOIDED
                && switch (kind) {
                    case FIRST_REPORT -> true;
                    case FOLLOW_UP -> !followedUp;
                    case ACCEPTANCE -> status == IncidentStatus.FILED;
                    case LAB_RESULT -> seizure != null && labs.contains(new Lab(seizure, LabStatus.LAB_PENDING));
                    case REFERRAL_ANSWER, RESOLUTION, CUSTODY_TRANSFER -> false;
                };
    }

    /** Whether the laboratory that was asked last about a seizure has answered; also one that nobody asked. */
    public boolean hasLabReported(SeizureId seizure) {
        return labs.contains(new Lab(seizure, LabStatus.LAB_REPORTED));
    }

    /** Whether it was recorded that this deadline passed. */
    public boolean hasMissed(DeadlineKind kind, @Nullable SeizureId seizure) {
        return missed.stream().anyMatch(one -> one.kind() == kind && Objects.equals(one.seizure(), seizure));
    }

    /** What is owed once more has a new time, which can be missed too. */
    private IncidentDeadlines anew(DeadlineKind kind, @Nullable SeizureId seizure) {
        var others = missed.stream().filter(one -> one.kind() != kind || !Objects.equals(one.seizure(), seizure));
        return new IncidentDeadlines(followedUp, labs, others.toList());
    }

    private IncidentDeadlines reported(List<Lab> nextLabs) {
        return new IncidentDeadlines(true, nextLabs, missed);
    }

    private List<Lab> with(SeizureId seizure, LabStatus status) {
        var others = labs.stream().filter(lab -> !lab.seizure().equals(seizure));
        return Stream.concat(others, Stream.of(new Lab(seizure, status))).toList();
    }
}
