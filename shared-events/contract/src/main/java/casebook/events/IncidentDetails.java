package casebook.events;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
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

    public IncidentDetails {
        agencies = List.copyOf(agencies);
        subjects = List.copyOf(subjects);
        seizures = List.copyOf(seizures);
        vehicles = List.copyOf(vehicles);
        enterprises = List.copyOf(enterprises);
        unnamed = Map.copyOf(unnamed);
    }
}
