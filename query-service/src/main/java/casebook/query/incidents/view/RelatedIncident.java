package casebook.query.incidents.view;

import casebook.events.Category;
import casebook.events.IncidentId;
import casebook.events.StationCode;
import casebook.events.SubjectId;
import casebook.query.incidents.IncidentState;
import casebook.query.incidents.Plate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Another incident in which the same vehicle or person was.
 *
 * @param cases those that hold it and that the caller may see
 * @param plates those that both list, letters and digits alone
 * @param persons those who have the same document number
 */
public record RelatedIncident(
        IncidentId incident,
        String number,
        StationCode station,
        Category category,
        OffsetDateTime occurredAt,
        List<String> cases,
        List<String> plates,
        List<SamePerson> persons) {

    /**
     * A person of the other incident who is one of this one.
     *
     * @param subject in the other incident
     * @param as in this one
     */
    public record SamePerson(SubjectId subject, SubjectId as) {}

    /** Who stands in the other reports. */
    static Set<SubjectId> persons(List<RelatedIncident> related) {
        return related.stream()
                .flatMap(incident -> incident.persons().stream())
                .map(SamePerson::subject)
                .collect(Collectors.toSet());
    }

    static RelatedIncident of(IncidentState other, List<String> cases, List<Plate> plates, List<SamePerson> persons) {
        return new RelatedIncident(
                other.id(),
                other.number(),
                other.station(),
                other.details().category(),
                other.details().occurredAt(),
                cases,
                plates.stream().map(Plate::value).toList(),
                persons);
    }
}
