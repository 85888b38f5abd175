package casebook.query.platform;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where blocking calls run, so that no event loop waits for them. */
public final class VirtualThreads {

    public static final ExecutorService EXECUTOR = Executors.newVirtualThreadPerTaskExecutor();

    /** Interrupts what runs for a request that is cancelled. */
    private static final Scheduler SCHEDULER = Schedulers.fromExecutorService(EXECUTOR, "virtual-threads");

    private VirtualThreads() {}

    /** @param call empty if it gives null */
    public static <T> Mono<T> call(Callable<? extends @Nullable T> call) {
        return Mono.<T>fromCallable(call).subscribeOn(SCHEDULER);
    }
}
