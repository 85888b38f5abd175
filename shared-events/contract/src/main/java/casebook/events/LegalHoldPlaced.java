package casebook.events;

/** A case was put under legal hold: no personal data of its incidents is erased until the hold is released. */
@StoredAs("LegalHoldPlaced")
public record LegalHoldPlaced(CaseId caseFile, String reason) implements CaseEvent {}
