package casebook.command.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Where commands run: each on a virtual thread, so that waiting for the ledger blocks no event loop. */
public final class VirtualThreads {

    private static final ExecutorService EXECUTOR = Executors.newVirtualThreadPerTaskExecutor();

    private VirtualThreads() {}

    public static <T> Mono<T> call(Supplier<T> work) {
        return Mono.fromFuture(() -> CompletableFuture.supplyAsync(work, EXECUTOR));
    }
}
