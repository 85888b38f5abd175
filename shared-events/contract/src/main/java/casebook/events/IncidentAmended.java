package casebook.events;

/** A report was corrected. A returned report is filed again by it. */
@StoredAs("IncidentAmended")
public record IncidentAmended(IncidentId incident, String reason, IncidentChanges changes) implements IncidentEvent {}
