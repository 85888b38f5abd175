package casebook.command.incident;

import casebook.events.Agency;
import casebook.events.Category;
import casebook.events.Enterprise;
import casebook.events.IncidentChanges;
import casebook.events.IncidentChanges.Clearable;
import casebook.events.IncidentDetails;
import casebook.events.IncidentId;
import casebook.events.Place;
import casebook.events.Seizure;
import casebook.events.Source;
import casebook.events.Subject;
import casebook.events.SubjectRole;
import casebook.events.Vehicle;
import casebook.personaldata.PersonVault;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a body says of an incident: all of a filing, or the members that an amendment changes. */
record ReportDraft(
        @Nullable Category category,
        @Nullable OffsetDateTime occurredAt,
        @Nullable OffsetDateTime detectedAt,
        @Nullable Place place,
        @Nullable Source source,
        @Nullable String sourceUnit,
        @Nullable List<Agency> agencies,
        @Nullable String summary,
        @Nullable List<SubjectDraft> subjects,
        @Nullable List<Seizure> seizures,
        @Nullable List<Vehicle> vehicles,
        @Nullable List<Enterprise> enterprises,
        @Nullable Map<SubjectRole, Integer> unnamed,
        @Nullable Integer vehicleCount,
        @Nullable Integer enterpriseCount,
        List<Clearable> cleared) {

    /** For a filing, whose required members were checked. */
    IncidentDetails toDetails(PersonVault vault, IncidentId incident) {
        return new IncidentDetails(
                Objects.requireNonNull(category),
                Objects.requireNonNull(occurredAt),
                detectedAt,
                Objects.requireNonNull(place),
                source,
                sourceUnit,
                Objects.requireNonNullElse(agencies, List.of()),
                Objects.requireNonNull(summary),
                Objects.requireNonNullElse(sealed(vault, incident), List.of()),
                Objects.requireNonNullElse(seizures, List.of()),
                Objects.requireNonNullElse(vehicles, List.of()),
                Objects.requireNonNullElse(enterprises, List.of()),
                Objects.requireNonNullElse(unnamed, Map.of()),
                Objects.requireNonNullElse(vehicleCount, 0),
                Objects.requireNonNullElse(enterpriseCount, 0));
    }

    /** For an amendment. */
    IncidentChanges toChanges(PersonVault vault, IncidentId incident) {
        return new IncidentChanges(
                category,
                occurredAt,
                detectedAt,
                place,
                source,
                sourceUnit,
                agencies,
                summary,
                sealed(vault, incident),
                seizures,
                vehicles,
                enterprises,
                unnamed,
                vehicleCount,
                enterpriseCount,
                cleared);
    }

    private @Nullable List<Subject> sealed(PersonVault vault, IncidentId incident) {
        return subjects == null
                ? null
                : subjects.stream()
                        .map(subject -> subject.sealedBy(vault, incident))
                        .toList();
    }
}
