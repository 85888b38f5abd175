package casebook.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an amendment changes: a member that is not null replaces the whole of the old one, a cleared one is removed, all others stay. An empty list empties. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncidentChanges(
        @Nullable Category category,
        @Nullable OffsetDateTime occurredAt,
        @Nullable OffsetDateTime detectedAt,
        @Nullable Place place,
        @Nullable Source source,
        @Nullable String sourceUnit,
        @Nullable List<Agency> agencies,
        @Nullable String summary,
        @Nullable List<Subject> subjects,
        @Nullable List<Seizure> seizures,
        @Nullable List<Vehicle> vehicles,
        @Nullable List<Enterprise> enterprises,
        @Nullable Map<SubjectRole, Integer> unnamed,
        @Nullable Integer vehicleCount,
        @Nullable Integer enterpriseCount,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Clearable> cleared) {

    public IncidentChanges {
        cleared = cleared == null ? List.of() : List.copyOf(cleared);
    }

    public IncidentDetails applyTo(IncidentDetails details) {
        return new IncidentDetails(
                category == null ? details.category() : category,
                occurredAt == null ? details.occurredAt() : occurredAt,
                cleared.contains(Clearable.DETECTED_AT) ? null : detectedAt == null ? details.detectedAt() : detectedAt,
                place == null ? details.place() : place,
                cleared.contains(Clearable.SOURCE) ? null : source == null ? details.source() : source,
                cleared.contains(Clearable.SOURCE_UNIT) ? null : sourceUnit == null ? details.sourceUnit() : sourceUnit,
                agencies == null ? details.agencies() : agencies,
                summary == null ? details.summary() : summary,
                subjects == null ? details.subjects() : subjects,
                seizures == null ? details.seizures() : seizures,
                vehicles == null ? details.vehicles() : vehicles,
                enterprises == null ? details.enterprises() : enterprises,
                unnamed == null ? details.unnamed() : unnamed,
                vehicleCount == null ? details.vehicleCount() : vehicleCount,
                enterpriseCount == null ? details.enterpriseCount() : enterpriseCount);
    }

    /** The same with these persons instead of its own. */
    public IncidentChanges with(@Nullable List<Subject> others) {
        return new IncidentChanges(
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
                enterpriseCount,
                cleared);
    }

    /** The members that a report can be without. Lists become empty instead, counts zero, and a place the station's province. */
    public enum Clearable {
        @JsonProperty("detectedAt")
        DETECTED_AT,
        @JsonProperty("source")
        SOURCE,
        @JsonProperty("sourceUnit")
        SOURCE_UNIT
    }
}
