package casebook.events;

/** A seizure was added to a report. */
@StoredAs("SeizureAdded")
public record SeizureAdded(IncidentId incident, Seizure seizure) implements IncidentEvent {}
