package casebook.events;

import java.util.List;

/**
 * Another case was merged into this one, which holds its incidents from then on.
 *
 * @param incidents all those of the other case; some may be in this one already
 */
@StoredAs("CaseAbsorbed")
public record CaseAbsorbed(CaseId caseFile, CaseId absorbed, List<CaseIncident> incidents) implements CaseEvent {}
