package casebook.events;

/**
 * A merger was taken back: the case has its state and incidents of before, and the case that it had gone into says what left by a
 * {@link CaseSeparated} of the same commit.
 */
@StoredAs("CaseUnmerged")
public record CaseUnmerged(CaseId caseFile, String reason) implements CaseEvent {}
