package casebook.query.statistics;

import casebook.http.Scope;
import java.util.Set;

/**
 * What of all that is counted a caller may see.
 *
 * @param hidden the ids of the cases that are sealed for others, in whatever scope
 */
public record Sight(Scope scope, Set<String> hidden) {

    public Sight {
        hidden = Set.copyOf(hidden);
    }
}
