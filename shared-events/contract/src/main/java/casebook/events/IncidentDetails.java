package casebook.events;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of an incident.
 *
 * @param unnamed persons that the report counts but does not list, by role; they add to the listed ones
 * @param vehicleCount vehicles that the report counts but does not list
 * @param enterpriseCount enterprises that the report counts but does not list
 */
public record IncidentDetails(
        Category category,
        OffsetDateTime occurredAt,
        @Nullable OffsetDateTime detectedAt,
        Place place,
        @Nullable Source source,
        @Nullable String sourceUnit,
        List<Agency> agencies,
        String summary,
        List<Subject> subjects,
        List<Seizure> seizures,
        List<Vehicle> vehicles,
        List<Enterprise> enterprises,
        Map<SubjectRole, Integer> unnamed,
        int vehicleCount,
        int enterpriseCount) {

    /** Lists and counts that an event leaves out are empty. */
    public IncidentDetails {
        agencies = copy(agencies);
        subjects = copy(subjects);
        seizures = copy(seizures);
        vehicles = copy(vehicles);
        enterprises = copy(enterprises);
        unnamed = unnamed == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(unnamed));
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** What the report says after a further event of its incident. */
    public IncidentDetails after(IncidentEvent event) {
        return switch (event) {
            case IncidentFiled filed -> filed.details();
            case IncidentAmended amended -> amended.changes().applyTo(this);
            case SubjectAdded added -> with(and(subjects, added.subject()));
            case SeizureAdded added ->
                new IncidentDetails(
                        category,
                        occurredAt,
                        detectedAt,
                        place,
                        source,
                        sourceUnit,
                        agencies,
                        summary,
                        subjects,
                        and(seizures, added.seizure()),
                        vehicles,
                        enterprises,
                        unnamed,
                        vehicleCount,
                        enterpriseCount);
            case VehicleAdded added ->
                new IncidentDetails(
                        category,
                        occurredAt,
                        detectedAt,
                        place,
                        source,
                        sourceUnit,
                        agencies,
                        summary,
                        subjects,
                        seizures,
                        and(vehicles, added.vehicle()),
                        enterprises,
                        unnamed,
                        vehicleCount,
                        enterpriseCount);
            case EnterpriseAdded added ->
                new IncidentDetails(
                        category,
                        occurredAt,
                        detectedAt,
                        place,
                        source,
                        sourceUnit,
                        agencies,
                        summary,
                        subjects,
                        seizures,
                        vehicles,
                        and(enterprises, added.enterprise()),
                        unnamed,
                        vehicleCount,
                        enterpriseCount);
            case IncidentReturned _, IncidentAccepted _, IncidentVoided _ -> this;
            case SubjectOutcomeRecorded _, VictimSupported _, VictimReferred _ -> this;
            case LabRequested _, LabResultRecorded _, IncidentDeadlineMissed _, PersonalDataErased _ -> this;
        };
    }

    /** The same with these persons instead of its own. */
    public IncidentDetails with(List<Subject> others) {
        return new IncidentDetails(
                category,
                occurredAt,
                detectedAt,
                place,
                source,
                sourceUnit,
                agencies,
                summary,
                others,
                seizures,
                vehicles,
                enterprises,
                unnamed,
                vehicleCount,
                enterpriseCount);
    }

    /** The seizure of this id, if the report lists it. */
    public Optional<Seizure> seizure(SeizureId id) {
        return seizures.stream().filter(listed -> listed.id().equals(id)).findFirst();
    }

    /** The person of this id, if the report lists one. */
    public Optional<Subject> subject(SubjectId id) {
        return subjects.stream().filter(listed -> listed.id().equals(id)).findFirst();
    }

    private static <T> List<T> and(List<T> list, T added) {
        var longer = new ArrayList<>(list);
        longer.add(added);
        return longer;
    }
}
