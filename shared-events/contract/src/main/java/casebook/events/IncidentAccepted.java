package casebook.events;

/** A command accepted a report. */
@StoredAs("IncidentAccepted")
public record IncidentAccepted(IncidentId incident) implements IncidentEvent {}
