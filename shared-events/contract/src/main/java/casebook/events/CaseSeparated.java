package casebook.events;

import java.util.List;

/**
 * A case that was merged into this one is on its own again.
 *
 * @param incidents those that this case held by the merger alone, and holds no more
 */
@StoredAs("CaseSeparated")
public record CaseSeparated(CaseId caseFile, CaseId separated, List<IncidentId> incidents) implements CaseEvent {

    /** A list that an event leaves out is empty: each incident may have come in another way too. */
    public CaseSeparated {
        incidents = incidents == null ? List.of() : List.copyOf(incidents);
    }
}
