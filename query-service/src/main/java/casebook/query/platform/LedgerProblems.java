package casebook.query.platform;

import casebook.http.Problem;
import casebook.http.ProblemTranslator;
import casebook.ledger.BrokenLedger;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How it is answered that the ledger cannot be relied on. */
@Component
public final class LedgerProblems implements ProblemTranslator {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerProblems.class);

    @Override
    public Optional<Problem> translate(Throwable thrown) {
        return thrown instanceof BrokenLedger broken ? Optional.of(broken(broken.toString())) : Optional.empty();
    }

    /** @param finding what is wrong, for the log alone */
    public static Problem broken(String finding) {
        LOG.error("The ledger is broken: {}", finding);
        return Problem.of("ledger-broken", HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
