package casebook.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Lets callers work for a while and takes their times. */
final class Meter {

    private final Servers servers;

    Meter(Servers servers) {
        this.servers = servers;
    }

    /** Each caller performs its operation once at least, and starts none after the time. */
    Figure measure(List<Operation> callers, Duration time) {
        Duration own = own();
        Duration server = servers.cpu();
        long start = System.nanoTime();
        List<Work> works = atOnce(callers, start + time.toNanos());
        double seconds = (System.nanoTime() - start) / 1e9;
        long events = works.stream().mapToLong(Work::events).sum();
        long[] sorted = works.stream()
                .flatMapToLong(work -> Arrays.stream(work.times()))
                .sorted()
                .toArray();
        return new Figure(
                events / seconds,
                Duration.ofNanos(sorted[sorted.length / 2]),
                Duration.ofNanos(sorted[sorted.length * 99 / 100]),
                own().minus(own).dividedBy(events),
                servers.cpu().minus(server).dividedBy(events));
    }

    /** Virtual threads, as commands are handled on them. */
    private static List<Work> atOnce(List<Operation> callers, long end) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Work>> works = callers.stream()
                    .map(caller -> threads.submit(() -> work(caller, end)))
                    .toList();
            List<Work> done = new ArrayList<>();
            for (Future<Work> work : works) {
                done.add(work.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A caller failed", e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Work work(Operation caller, long end) {
        LongStream.Builder times = LongStream.builder();
        long events = 0;
        long now = System.nanoTime();
        do {
            events += caller.perform();
            long then = System.nanoTime();
            times.add(then - now);
            now = then;
        } while (now < end);
        return new Work(events, times.build().toArray());
    }

    private static Duration own() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean process
                ? Duration.ofNanos(process.getProcessCpuTime())
                : Duration.ZERO;
    }

    private record Work(long events, long[] times) {}
}
