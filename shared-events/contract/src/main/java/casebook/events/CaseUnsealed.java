package casebook.events;

import org.jspecify.annotations.Nullable;

/** The seal was taken off a case. */
@StoredAs("CaseUnsealed")
public record CaseUnsealed(CaseId caseFile, @Nullable String reason) implements CaseEvent {}
