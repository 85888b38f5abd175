package casebook.query.incidents;

import casebook.events.IncidentDeadlines;
import casebook.events.IncidentEvent;
import casebook.events.Item;
import casebook.events.LabRequested;
import casebook.events.LabResultRecorded;
import casebook.events.LabStatus;
import casebook.events.Money;
import casebook.events.Percentage;
import casebook.events.SeizureId;
import casebook.events.SubjectId;
import casebook.events.SubjectOutcome;
import casebook.events.SubjectOutcomeRecorded;
import casebook.events.Support;
import casebook.events.VictimReferred;
import casebook.events.VictimSupported;
import casebook.query.projection.LedgerEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the persons and the seizures of an incident, and what is owed of it.
 *
 * @param labs what laboratories were asked, each seizure once: the last that was asked about it
 */
public record Aftermath(List<Outcome> outcomes, List<Care> care, List<Lab> labs, IncidentDeadlines deadlines) {

    static final Aftermath NONE = new Aftermath(List.of(), List.of(), List.of(), IncidentDeadlines.NONE);

    /** What became of a person. */
    public record Outcome(
            SubjectId subject,
            SubjectOutcome outcome,
            @Nullable Money amount,
            @Nullable String detail,
            Instant at,
            @Nullable String by) {}

    /**
     * What was done for a victim.
     *
     * @param support what was given, if something was
     * @param referredTo who cares further, if the victim was brought to somebody
     */
    public record Care(
            SubjectId subject,
            @Nullable Support support,
            @Nullable String referredTo,
            @Nullable String detail,
            Instant at,
            @Nullable String by) {}

    /**
     * What a laboratory was asked about a seizure, and what it answered.
     *
     * @param dueBy when the result is due; null for the configured time after asking
     * @param requestedAt null if it answered without having been asked
     */
    public record Lab(
            SeizureId seizure,
            LabStatus status,
            @Nullable String laboratory,
            @Nullable Instant dueBy,
            @Nullable Instant requestedAt,
            @Nullable Item item,
            @Nullable Percentage purity,
            @Nullable Instant reportedAt) {

        private static Lab of(LabRequested asked, Instant at) {
            return new Lab(
                    asked.seizure(), LabStatus.LAB_PENDING, asked.laboratory(), asked.dueBy(), at, null, null, null);
        }

        private static Lab of(LabResultRecorded result, @Nullable Lab asked, Instant at) {
            return new Lab(
                    result.seizure(),
                    LabStatus.LAB_REPORTED,
                    result.laboratory() != null || asked == null ? result.laboratory() : asked.laboratory(),
                    asked == null ? null : asked.dueBy(),
                    asked == null ? null : asked.requestedAt(),
                    result.item(),
                    result.purity(),
                    at);
        }
    }

    /** Lists that the stored text leaves out are empty. */
    public Aftermath {
        outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
        care = care == null ? List.of() : List.copyOf(care);
        labs = labs == null ? List.of() : List.copyOf(labs);
    }

    Aftermath after(IncidentEvent happened, LedgerEvent event) {
        var by = event.text("actor");
        var at = event.at();
        var next = deadlines.after(happened);
        return switch (happened) {
            case SubjectOutcomeRecorded e ->
                new Aftermath(
                        and(outcomes, new Outcome(e.subject(), e.outcome(), e.amount(), e.detail(), at, by)),
                        care,
                        labs,
                        next);
            case VictimSupported e -> cared(new Care(e.subject(), e.support(), null, e.detail(), at, by), next);
            case VictimReferred e -> cared(new Care(e.subject(), null, e.to(), e.detail(), at, by), next);
            case LabRequested e -> asked(Lab.of(e, at), next);
            case LabResultRecorded e -> asked(Lab.of(e, lab(e.seizure()).orElse(null), at), next);
            default -> new Aftermath(outcomes, care, labs, next);
        };
    }

    /** What was asked of a laboratory about a seizure. */
    public Optional<Lab> lab(SeizureId seizure) {
        return labs.stream().filter(lab -> lab.seizure().equals(seizure)).findFirst();
    }

    private Aftermath cared(Care more, IncidentDeadlines next) {
        return new Aftermath(outcomes, and(care, more), labs, next);
    }

    private Aftermath asked(Lab lab, IncidentDeadlines next) {
        var others = labs.stream().filter(one -> !one.seizure().equals(lab.seizure()));
        return new Aftermath(
                outcomes, care, Stream.concat(others, Stream.of(lab)).toList(), next);
    }

    private static <T> List<T> and(List<T> list, T added) {
        return Stream.concat(list.stream(), Stream.of(added)).toList();
    }
}
