package casebook.query.stream;

import casebook.http.Problem;
import casebook.http.ProblemException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;

/** Counts who listens: so many at a time in all, and so many of one account. */
final class Seats {

    private static final int RETRY_AFTER_SECONDS = 10;

    private final StreamProperties most;
    private final AtomicInteger taken = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> ofOne = new ConcurrentHashMap<>();

    Seats(StreamProperties most) {
        this.most = most;
    }

    /** @throws ProblemException 429 if the account has as many as it may have, 503 if there is none left */
    void take(String subject) {
        if (ofOne.merge(subject, 1, Integer::sum) > most.listenersOfOne()) {
            free(subject);
            throw refusal("too-many-streams", HttpStatus.TOO_MANY_REQUESTS);
        }
        if (taken.incrementAndGet() > most.listeners()) {
            leave(subject);
            throw refusal("streams-full", HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    void leave(String subject) {
        taken.decrementAndGet();
        free(subject);
    }

    int taken() {
        return taken.get();
    }

    private void free(String subject) {
        ofOne.computeIfPresent(subject, (_, count) -> count == 1 ? null : count - 1);
    }

    private static ProblemException refusal(String slug, HttpStatus status) {
        return new ProblemException(
                Problem.of(slug, status, RETRY_AFTER_SECONDS).with("retryAfter", RETRY_AFTER_SECONDS));
    }
}
