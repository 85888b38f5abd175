package casebook.command.deadline;

import static casebook.command.deadline.Change.Reason.DONE;
import static casebook.command.deadline.Change.Reason.MERGED;
import static casebook.command.deadline.Change.Reason.PUT;
import static casebook.events.DeadlineKind.ACCEPTANCE;
import static casebook.events.DeadlineKind.CUSTODY_TRANSFER;
import static casebook.events.DeadlineKind.FIRST_REPORT;
import static casebook.events.DeadlineKind.FOLLOW_UP;
import static casebook.events.DeadlineKind.LAB_RESULT;
import static casebook.events.DeadlineKind.REFERRAL_ANSWER;
import static casebook.events.DeadlineKind.RESOLUTION;

import casebook.command.deadline.Change.Begin;
import casebook.command.deadline.Change.End;
import casebook.command.deadline.Change.EndAll;
import casebook.command.deadline.Change.Rest;
import casebook.command.deadline.Change.RunAgain;
import casebook.events.CaseAbsorbed;
import casebook.events.CaseAssigned;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseEvent;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseSealed;
import casebook.events.CaseSeparated;
import casebook.events.CaseUnmerged;
import casebook.events.CaseUnsealed;
import casebook.events.CasebookEvent;
import casebook.events.CustodyDiscrepancy;
import casebook.events.CustodyReceived;
import casebook.events.CustodyRefused;
import casebook.events.CustodyTransferOffered;
import casebook.events.EnterpriseAdded;
import casebook.events.ExhibitDeadlineMissed;
import casebook.events.ExhibitDestroyed;
import casebook.events.ExhibitEntered;
import casebook.events.ExhibitEvent;
import casebook.events.ExhibitFileAltered;
import casebook.events.ExhibitFileAttached;
import casebook.events.ExhibitReleased;
import casebook.events.ExhibitSampled;
import casebook.events.ExhibitWeighed;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentAmended;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.IncidentLinked;
import casebook.events.IncidentReturned;
import casebook.events.IncidentUnlinked;
import casebook.events.IncidentVoided;
import casebook.events.LabRequested;
import casebook.events.LabResultRecorded;
import casebook.events.LegalHoldPlaced;
import casebook.events.LegalHoldReleased;
import casebook.events.NoteAdded;
import casebook.events.PersonalDataErased;
import casebook.events.ReferralAnswered;
import casebook.events.ReferralId;
import casebook.events.ReferralSent;
import casebook.events.SeizureAdded;
import casebook.events.SeizureId;
import casebook.events.StationEvent;
import casebook.events.SubjectAdded;
import casebook.events.SubjectOutcomeRecorded;
import casebook.events.VehicleAdded;
import casebook.events.VictimReferred;
import casebook.events.VictimSupported;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which event sets which clock going, and which stops it. What is owed is decided by the incident, case or exhibit when a breach is to be recorded; here
 * nothing may be left out, while a deadline too many does no harm.
 */
final class DeadlineRules {

    private final DeadlineProperties properties;
    private final Categories categories;

    DeadlineRules(DeadlineProperties properties, Categories categories) {
        this.properties = properties;
        this.categories = categories;
    }

    /** @param start the event as what a clock runs from */
    List<Change> changes(CasebookEvent event, Start start) {
        return switch (event) {
            case IncidentEvent ofIncident -> changes(ofIncident, start);
            case CaseEvent ofCase -> changes(ofCase, start);
            case ExhibitEvent ofExhibit -> changes(ofExhibit, start);
            case StationEvent _ -> List.of();
        };
    }

    private List<Change> changes(IncidentEvent event, Start start) {
        var incident = event.incident();
        return switch (event) {
            case IncidentFiled filed -> filed(filed, start);
            case IncidentAmended _ ->
                List.of(
                        new End(Deadline.of(incident, FOLLOW_UP)),
                        runAgain(Deadline.of(incident, ACCEPTANCE), DONE, start));
            case SeizureAdded _, SubjectAdded _, VehicleAdded _, EnterpriseAdded _ -> followedUp(event);
            case SubjectOutcomeRecorded _, VictimSupported _, VictimReferred _ -> followedUp(event);
            case LabRequested requested ->
                List.of(
                        new End(Deadline.of(incident, FOLLOW_UP)),
                        begin(laboratory(event, requested.seizure()), start, requested.dueBy()));
            case LabResultRecorded result ->
                List.of(new End(Deadline.of(incident, FOLLOW_UP)), new End(laboratory(event, result.seizure())));
            case IncidentReturned _ -> List.of(new Rest(Deadline.of(incident, ACCEPTANCE), DONE));
            case IncidentAccepted _ -> List.of(new End(Deadline.of(incident, ACCEPTANCE)));
            case PersonalDataErased _ -> List.of();
            case IncidentVoided _ -> List.of(new EndAll(incident.toString()));
            case IncidentDeadlineMissed missed
            when missed.kind() == ACCEPTANCE -> List.of(new Rest(Deadline.of(incident, ACCEPTANCE), PUT));
            case IncidentDeadlineMissed missed ->
                List.of(new End(
                        missed.seizure() == null
                                ? Deadline.of(incident, missed.kind())
                                : laboratory(event, missed.seizure())));
        };
    }

    /** The first report is late as soon as it is known at all, or it is in time for ever. */
    private List<Change> filed(IncidentFiled filed, Start start) {
        var category = filed.details().category();
        var changes = new ArrayList<Change>();
        var toBeReported = filed.details().occurredAt().toInstant().plus(properties.allowed(FIRST_REPORT, category));
        if (start.at().isAfter(toBeReported)) {
            changes.add(new Begin(
                    Deadline.of(filed.incident(), FIRST_REPORT),
                    start.clock(),
                    toBeReported,
                    properties.allowed(FIRST_REPORT, category),
                    null));
        }
        for (var kind : List.of(FOLLOW_UP, ACCEPTANCE)) {
            var allowed = properties.allowed(kind, category);
            changes.add(begin(Deadline.of(filed.incident(), kind), start, allowed, null));
        }
        return changes;
    }

    private static List<Change> followedUp(IncidentEvent event) {
        return List.of(new End(Deadline.of(event.incident(), FOLLOW_UP)));
    }

    private static Deadline laboratory(IncidentEvent event, SeizureId seizure) {
        return new Deadline(event.incident().toString(), LAB_RESULT, seizure.value());
    }

    private List<Change> changes(CaseEvent event, Start start) {
        var resolution = Deadline.of(event.caseFile(), RESOLUTION);
        return switch (event) {
            case CaseOpened _ -> List.of(begin(resolution, start, null));
            case CaseMoved moved ->
                List.of(moved.to().isActive() ? runAgain(resolution, DONE, start) : new Rest(resolution, DONE));
            case CaseMerged _ -> List.of(new Rest(resolution, MERGED));
            case CaseUnmerged _ -> List.of(runAgain(resolution, MERGED, start));
            case ReferralSent sent -> List.of(begin(answer(event, sent.referral()), start, sent.dueBy()));
            case ReferralAnswered answered -> List.of(new End(answer(event, answered.referral())));
            case CaseDeadlineMissed missed ->
                List.of(
                        missed.referral() == null
                                ? new Rest(resolution, PUT)
                                : new End(answer(event, missed.referral())));
            case NoteAdded _, IncidentLinked _, IncidentUnlinked _, CaseAssigned _ -> List.of();
            case CaseAbsorbed _, CaseSeparated _, CaseSealed _, CaseUnsealed _ -> List.of();
            case LegalHoldPlaced _, LegalHoldReleased _ -> List.of();
        };
    }

    private static Deadline answer(CaseEvent event, ReferralId referral) {
        return new Deadline(event.caseFile().toString(), REFERRAL_ANSWER, referral.value());
    }

    private List<Change> changes(ExhibitEvent event, Start start) {
        var handover = Deadline.of(event.exhibit(), CUSTODY_TRANSFER);
        return switch (event) {
            case CustodyTransferOffered offered -> {
                var allowed = allowed(handover);
                yield List.of(begin(handover, start, allowed, offered.transfer().value()));
            }
            case CustodyReceived _, CustodyRefused _, ExhibitDeadlineMissed _ -> List.of(new End(handover));
            case ExhibitEntered _, ExhibitWeighed _, CustodyDiscrepancy _, ExhibitSampled _ -> List.of();
            case ExhibitDestroyed _, ExhibitReleased _, ExhibitFileAttached _, ExhibitFileAltered _ -> List.of();
        };
    }

    private Begin begin(Deadline deadline, Start start, @Nullable Instant dueBy) {
        var allowed = allowed(deadline);
        var due = Objects.requireNonNullElseGet(dueBy, () -> start.at().plus(allowed));
        return new Begin(deadline, start.clock(), due, allowed, null);
    }

    private static Begin begin(Deadline deadline, Start start, Duration allowed, @Nullable UUID transfer) {
        return new Begin(deadline, start.clock(), start.at().plus(allowed), allowed, transfer);
    }

    private static RunAgain runAgain(Deadline deadline, Change.Reason reason, Start start) {
        return new RunAgain(deadline, reason, start.clock(), start.at());
    }

    private Duration allowed(Deadline deadline) {
        return properties.allowed(deadline.kind(), categories.of(deadline.aggregate()));
    }
}
