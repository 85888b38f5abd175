package casebook.query.platform;

import casebook.http.Problem;
import casebook.http.ProblemTranslator;
import com.mongodb.MongoExecutionTimeoutException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How it is answered that MongoDB broke off what would have taken longer than it may. */
@Component
public final class SlowQuestions implements ProblemTranslator {

    @Override
    public Optional<Problem> translate(Throwable thrown) {
        return thrown instanceof MongoExecutionTimeoutException
                ? Optional.of(Problem.of("too-slow", HttpStatus.SERVICE_UNAVAILABLE))
                : Optional.empty();
    }
}
