package casebook.events;

/** An incident was put into a case. */
@StoredAs("IncidentLinked")
public record IncidentLinked(CaseId caseFile, CaseIncident incident) implements CaseEvent {}
