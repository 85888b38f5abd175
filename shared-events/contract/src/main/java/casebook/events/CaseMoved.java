package casebook.events;

import org.jspecify.annotations.Nullable;

/** A case went from one state to another. */
@StoredAs("CaseMoved")
public record CaseMoved(
        CaseId caseFile,
        CaseState from,
        CaseState to,
        @Nullable String reason,
        @Nullable Closure closure) implements CaseEvent {}
