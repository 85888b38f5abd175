package casebook.events;

import java.util.List;

/**
 * A case was sealed: from then on only the officers named here, and auditors, may see it.
 *
 * @param officers names as tokens carry them
 */
@StoredAs("CaseSealed")
public record CaseSealed(CaseId caseFile, String reason, List<String> officers) implements CaseEvent {}
