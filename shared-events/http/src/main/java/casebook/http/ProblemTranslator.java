package casebook.http;

import java.util.Optional;

/** Knows the problem behind an exception that is not ours, such as a framework's. */
@FunctionalInterface
public interface ProblemTranslator {

    Optional<Problem> translate(Throwable thrown);
}
