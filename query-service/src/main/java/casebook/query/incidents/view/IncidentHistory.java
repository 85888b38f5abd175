package casebook.query.incidents.view;

import casebook.events.EnterpriseAdded;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentAmended;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.IncidentReturned;
import casebook.events.IncidentStatus;
import casebook.events.IncidentVoided;
import casebook.events.LabRequested;
import casebook.events.LabResultRecorded;
import casebook.events.PersonalDataErased;
import casebook.events.SeizureAdded;
import casebook.events.Subject;
import casebook.events.SubjectAdded;
import casebook.events.SubjectOutcomeRecorded;
import casebook.events.VehicleAdded;
import casebook.events.VictimReferred;
import casebook.events.VictimSupported;
import casebook.query.incidents.IncidentState;
import casebook.query.platform.Change;
import casebook.query.platform.HistoryEntry;
import casebook.query.platform.Labels;
import casebook.query.platform.Names;
import casebook.query.projection.LedgerEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The events of an incident as sentences, with what each changed: the difference of the fold before it and after it. */
@Component
public final class IncidentHistory {

    private final Labels labels;

    IncidentHistory(Labels labels) {
        this.labels = labels;
    }

    public List<HistoryEntry> of(List<LedgerEvent> events, Names names, Locale locale) {
        var entries = new ArrayList<HistoryEntry>();
        IncidentState before = null;
        var known = Map.<String, Object>of();
        for (var event : events) {
            var after = IncidentState.evolve(before, event);
            var members = members(after, names);
            var changes = Change.between(known, members);
            entries.add(HistoryEntry.of(event, sentence((IncidentEvent) event.event(), names, locale), changes));
            before = after;
            known = members;
        }
        return entries;
    }

    private String sentence(IncidentEvent event, Names names, Locale locale) {
        return switch (event) {
            case IncidentFiled filed -> labels.sentence("IncidentFiled", locale, filed.station(), filed.number());
            case IncidentAmended amended -> labels.sentence("IncidentAmended", locale, amended.reason());
            case SeizureAdded added ->
                labels.sentence(
                        "SeizureAdded",
                        locale,
                        labels.of(added.seizure().item(), locale),
                        labels.amount(
                                added.seizure().quantity().value(),
                                added.seizure().unit(),
                                locale));
            case SubjectAdded added ->
                labels.sentence(
                        "SubjectAdded", locale, labels.of(added.subject().role(), locale));
            case VehicleAdded added ->
                labels.sentence(
                        "VehicleAdded", locale, labels.of(added.vehicle().type(), locale));
            case EnterpriseAdded _ -> labels.sentence("EnterpriseAdded", locale);
            case IncidentReturned returned -> labels.sentence("IncidentReturned", locale, returned.reason());
            case IncidentAccepted _ -> labels.sentence("IncidentAccepted", locale);
            case IncidentVoided voided ->
                voided.duplicateOf() == null || names.hides(voided.duplicateOf())
                        ? labels.sentence("IncidentVoided", locale, voided.reason())
                        : labels.sentence(
                                "IncidentVoidedAsDuplicate", locale, voided.reason(), names.of(voided.duplicateOf()));
            case SubjectOutcomeRecorded recorded -> labels.sentences(outcome(recorded, locale), recorded.detail());
            case VictimSupported supported ->
                labels.sentences(
                        labels.sentence("VictimSupported", locale, labels.of(supported.support(), locale)),
                        supported.detail());
            case VictimReferred referred ->
                labels.sentences(labels.sentence("VictimReferred", locale, referred.to()), referred.detail());
            case LabRequested asked -> labels.sentences(requested(asked, locale), due(asked, locale));
            case LabResultRecorded result ->
                result.purity() == null
                        ? labels.sentence("LabResultRecorded", locale, labels.of(result.item(), locale))
                        : labels.sentence(
                                "LabResultRecordedWithPurity",
                                locale,
                                labels.of(result.item(), locale),
                                labels.number(result.purity().value(), locale));
            case PersonalDataErased erasure -> labels.sentence("PersonalDataErased", locale, erasure.reason());
            case IncidentDeadlineMissed missed ->
                labels.sentence(
                        "DeadlineMissed",
                        locale,
                        labels.of(missed.kind(), locale),
                        labels.moment(missed.dueAt(), locale));
        };
    }

    private String outcome(SubjectOutcomeRecorded recorded, Locale locale) {
        var word = labels.of(recorded.outcome(), locale);
        var fine = recorded.amount();
        return fine == null
                ? labels.sentence("SubjectOutcomeRecorded", locale, word)
                : labels.sentence("SubjectFined", locale, word, labels.number(fine.amount(), locale), fine.currency());
    }

    private String requested(LabRequested asked, Locale locale) {
        return asked.laboratory() == null
                ? labels.sentence("LabRequested", locale)
                : labels.sentence("LabRequestedOf", locale, asked.laboratory());
    }

    private @Nullable String due(LabRequested asked, Locale locale) {
        return asked.dueBy() == null
                ? null
                : labels.sentence("LabResultDueBy", locale, labels.moment(asked.dueBy(), locale));
    }

    private static Map<String, Object> members(IncidentState state, Names names) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        var details = state.details();
        members.put("status", state.status());
        members.put("category", details.category());
        members.put("occurredAt", details.occurredAt());
        members.put("detectedAt", details.detectedAt());
        members.put("place", details.place());
        members.put("source", details.source());
        members.put("sourceUnit", details.sourceUnit());
        members.put("agencies", details.agencies());
        members.put("summary", details.summary());
        members.put(
                "subjects",
                details.subjects().stream().map(IncidentHistory::unnamed).toList());
        members.put("seizures", details.seizures());
        members.put("vehicles", details.vehicles());
        members.put("enterprises", details.enterprises());
        members.put("unnamed", details.unnamed());
        members.put("vehicleCount", details.vehicleCount());
        members.put("enterpriseCount", details.enterpriseCount());
        members.put("returnedReason", state.standing().reasonOf(IncidentStatus.RETURNED));
        members.put("voidReason", state.standing().reasonOf(IncidentStatus.VOIDED));
        var original = state.standing().duplicateOf();
        members.put("duplicateOf", original == null || names.hides(original) ? null : original);
        members.put("outcomes", state.aftermath().outcomes());
        members.put("care", state.aftermath().care());
        members.put("labs", state.aftermath().labs());
        members.put("erased", state.persons().erased());
        return Change.present(members);
    }

    /** A history names no person. */
    private static Subject unnamed(Subject subject) {
        return new Subject(subject.id(), subject.role(), subject.sex(), subject.nationality(), null);
    }
}
