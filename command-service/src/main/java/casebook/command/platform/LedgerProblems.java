package casebook.command.platform;

import casebook.http.Problem;
import casebook.http.ProblemTranslator;
import casebook.ledger.LedgerUntrusted;
import casebook.ledger.LineTooLong;
import casebook.ledger.OutcomeUnknown;
import com.mongodb.MongoException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How what the ledger throws is answered. */
@Component
final class LedgerProblems implements ProblemTranslator {

    private static final int RETRY_AFTER_SECONDS = 1;

    @Override
    public Optional<Problem> translate(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case LineTooLong _ -> {
                    return Optional.of(Problem.of("too-large", HttpStatus.CONTENT_TOO_LARGE));
                }
                case LedgerUntrusted _ -> {
                    return Optional.of(Problem.of("ledger-untrusted", HttpStatus.SERVICE_UNAVAILABLE));
                }
                case OutcomeUnknown _ -> {
                    return Optional.of(unavailable("outcome-unknown"));
                }
                case MongoException _ -> {
                    return Optional.of(unavailable("unavailable"));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static Problem unavailable(String slug) {
        return Problem.of(slug, HttpStatus.SERVICE_UNAVAILABLE).with("retryAfter", RETRY_AFTER_SECONDS);
    }
}
