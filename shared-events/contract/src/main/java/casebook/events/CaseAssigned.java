package casebook.events;

/** An officer was given the lead of a case. */
@StoredAs("CaseAssigned")
public record CaseAssigned(CaseId caseFile, String officer) implements CaseEvent {}
