package casebook.events;

/** A person was added to a report. */
@StoredAs("SubjectAdded")
public record SubjectAdded(IncidentId incident, Subject subject) implements IncidentEvent {}
