package casebook.benchmarks.reads;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Calls that come at a fixed rate, whether or not earlier ones are answered: a latency counts from when its call was due, so that no wait is left out. There are some at least. */
record Load(double perSecond, int seconds) {

    private static final int LEAST = 10;

    int count() {
        return Math.max(LEAST, (int) Math.round(perSecond * seconds));
    }

    /** The same at half the rate. */
    Load half() {
        return new Load(perSecond / 2, seconds);
    }

    /** Begins the calls one after the other, on this thread, and comes back when all are answered. */
    Latencies run(IntFunction<CompletableFuture<Boolean>> call) {
        var nanos = new long[count()];
        var start = System.nanoTime();
        var answers = IntStream.range(0, count())
                .mapToObj(number -> {
                    var due = start + Math.round(number * 1e9 / perSecond);
                    await(due);
                    return call.apply(number)
                            .exceptionally(_ -> false)
                            .thenAccept(good -> nanos[number] = good ? System.nanoTime() - due : 0);
                })
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(answers).join();
        return Latencies.of(nanos, (int)
                IntStream.range(0, count()).filter(number -> nanos[number] == 0).count());
    }

    private static void await(long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
