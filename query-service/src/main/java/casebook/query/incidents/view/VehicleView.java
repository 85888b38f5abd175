package casebook.query.incidents.view;

import casebook.events.IncidentId;
import casebook.events.StationCode;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.query.incidents.IncidentState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom and what a vehicle was seen with.
 *
 * @param plate letters and digits alone
 * @param incidents the latest first
 */
public record VehicleView(String plate, List<Sighting> incidents) {

    Set<SubjectId> persons() {
        return incidents.stream()
                .flatMap(incident -> incident.subjects().stream())
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    /** An incident with the vehicle, the persons in it, and the cases that hold it. */
    public record Sighting(
            IncidentId id,
            String number,
            StationCode station,
            OffsetDateTime occurredAt,
            List<Person> subjects,
            List<String> cases) {

        static Sighting of(IncidentState incident, List<String> cases) {
            return new Sighting(
                    incident.id(),
                    incident.number(),
                    incident.station(),
                    incident.details().occurredAt(),
                    incident.details().subjects().stream()
                            .map(subject -> new Person(subject.id(), subject.role()))
                            .toList(),
                    cases);
        }
    }

    /** A person in an incident, without a name. */
    public record Person(SubjectId id, SubjectRole role) {}
}
