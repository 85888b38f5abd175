package casebook.loader;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Repeats a request that failed for now: after a wait, or at once with a new token. */
final class Attempts {
    private final Token token;
    private final Patience patience;
    private final Consumer<String> notice;
    private boolean tokenIsNew;

    Attempts(Token token, Patience patience, Consumer<String> notice) {
        this.token = token;
        this.patience = patience;
        this.notice = notice;
    }

    /** @throws RuntimeException the last failure, if there is no use in going on */
    void untilDone(Runnable request) {
        while (true) {
            try {
                request.run();
                return;
            } catch (Refused e) {
                if (e.isForTheToken() && !tokenIsNew && token.discard()) {
                    tokenIsNew = true;
                } else if (e.isTemporary()) {
                    waitAfter(e);
                } else {
                    throw e;
                }
            } catch (BrokenOff e) {
                waitAfter(e);
            }
        }
    }

    /** The service does its work again: earlier failures do not count any more. */
    void progressed() {
        patience.restore();
        tokenIsNew = false;
    }

    private void waitAfter(RuntimeException failure) {
        Optional<Duration> wait = patience.nextWait();
        if (wait.isEmpty()) {
            throw failure;
        }
        notice.accept("%s; trying again in %d s"
                .formatted(failure.getMessage(), wait.get().toSeconds()));
        try {
            Thread.sleep(wait.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
