package casebook.events;

/** An incident was taken out of a case. */
@StoredAs("IncidentUnlinked")
public record IncidentUnlinked(CaseId caseFile, IncidentId incident) implements CaseEvent {}
