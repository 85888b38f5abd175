package casebook.events;

/** A command gave a report back to its station for correction. */
@StoredAs("IncidentReturned")
public record IncidentReturned(IncidentId incident, String reason) implements IncidentEvent {}
