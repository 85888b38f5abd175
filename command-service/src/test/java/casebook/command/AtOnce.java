package casebook.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Calls side by side. */
final class AtOnce {

    private AtOnce() {}

    /** The results of {@code times} calls, in the order of their numbers. */
    static <T> List<T> call(int times, IntFunction<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(threads.submit(() -> work.apply(number)));
            }
            var results = new ArrayList<T>();
            for (var call : calls) {
                results.add(call.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
