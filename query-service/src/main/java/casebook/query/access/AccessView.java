package casebook.query.access;

import casebook.ledger.LedgerLine;
import java.time.Instant;

/**
 * A record as it is answered.
 *
 * @param subject the id of what was seen or taken, else the path of an export
 * @param account the {@code sub} of the caller's token
 * @param path of the request that showed it
 */
public record AccessView(
        Instant at,
        String who,
        String role,
        String subject,
        String what,
        String purpose,
        String from,
        String account,
        String path) {

    static AccessView of(LedgerLine line, Access access) {
        return new AccessView(
                line.time(),
                access.who(),
                access.role(),
                line.aggregate(),
                access.what().name(),
                access.purpose(),
                access.from(),
                access.account(),
                access.path());
    }
}
