package casebook.query.statistics.web;

import casebook.http.Problem;
import casebook.http.ProblemException;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Lets only so many tables be filled at once: each may go through all that is stored, and together they have to fit into memory. As many again may wait as is
 * worth waiting for; who waits too long is sent away, well before the read model that he was to have might be gone.
 */
@Component
class Turns {

    private static final int WAITING = 200;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final TablesProperties properties;
    private final Scheduler threads;

    Turns(TablesProperties properties) {
        this.properties = properties;
        threads = Schedulers.fromExecutorService(
                new ThreadPoolExecutor(
                        properties.atOnce(),
                        properties.atOnce(),
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        Thread.ofPlatform().name("tables-", 0).daemon().factory()),
                "tables");
    }

    /**
     * The turn lasts until all that is done with the result at once is done.
     *
     * @return fails with a {@link ProblemException}, 503, if there are too many before this one
     */
    <T> Mono<T> take(Mono<T> work) {
        return Mono.fromCallable(work::block)
                .subscribeOn(threads)
                .timeout(properties.atMost())
                .onErrorMap(TimeoutException.class, _ -> busy())
                .onErrorMap(RejectedExecutionException.class, _ -> busy());
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.of("tables-busy", HttpStatus.SERVICE_UNAVAILABLE, RETRY_AFTER_SECONDS)
                .with("retryAfter", RETRY_AFTER_SECONDS));
    }

    @PreDestroy
    void close() {
        threads.dispose();
    }
}
