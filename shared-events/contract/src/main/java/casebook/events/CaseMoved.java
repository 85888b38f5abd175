package casebook.events;

import org.jspecify.annotations.Nullable;

/** A case went to another state. */
@StoredAs("CaseMoved")
public record CaseMoved(
        CaseId caseFile,
        CaseState to,
        @Nullable String reason,
        @Nullable Closure closure) implements CaseEvent {}
