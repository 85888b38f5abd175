package casebook.query.access;

import casebook.query.platform.Parameters;
import java.time.Instant;
import java.util.Optional;

/**
 * Which records are asked for.
 *
 * @param who the name or the account of the caller
 * @param subject the id of a person, an incident, a case, an exhibit, or the path of an export
 * @param from inclusive
 * @param to exclusive
 */
public record AccessQuery(
        Optional<String> who, Optional<String> subject, Optional<Instant> from, Optional<Instant> to) {

    /** @throws casebook.http.ProblemException 400 naming every bad parameter */
    public static AccessQuery of(Parameters parameters) {
        var query = new AccessQuery(
                parameters.text("who"),
                parameters.text("subject"),
                parameters.instant("from"),
                parameters.instant("to"));
        parameters.check();
        return query;
    }

    boolean wants(AccessView record) {
        return who.map(name -> name.equals(record.who()) || name.equals(record.account()))
                        .orElse(true)
                && from.map(first -> !record.at().isBefore(first)).orElse(true)
                && to.map(end -> record.at().isBefore(end)).orElse(true);
    }
}
