package casebook.events;

/** A case went into another one, which says so by a {@link CaseAbsorbed} of the same commit. */
@StoredAs("CaseMerged")
public record CaseMerged(CaseId caseFile, CaseId into, String reason) implements CaseEvent {}
