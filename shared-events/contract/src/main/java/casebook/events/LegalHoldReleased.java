package casebook.events;

/** The legal hold was taken off a case. */
@StoredAs("LegalHoldReleased")
public record LegalHoldReleased(CaseId caseFile, String reason) implements CaseEvent {}
