package casebook.query.statistics.web;

import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Lets only so many tables be filled at once: each may go through all that is stored, and together they have to fit into memory. */
@Component
class Turns {

    private final Scheduler threads;

    Turns(TablesProperties properties) {
        threads = Schedulers.newBoundedElastic(properties.atOnce(), Integer.MAX_VALUE, "tables");
    }

    /** The turn lasts until all that is done with the result at once is done. */
    <T> Mono<T> take(Mono<T> work) {
        return Mono.fromCallable(work::block).subscribeOn(threads);
    }

    @PreDestroy
    void close() {
        threads.dispose();
    }
}
