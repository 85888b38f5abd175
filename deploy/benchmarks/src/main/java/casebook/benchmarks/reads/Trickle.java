package casebook.benchmarks.reads;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Filings at a fixed rate for as long as this is open, so that the ledger goes on. */
final class Trickle implements AutoCloseable {

    private static final int CREATED = 201;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger failed = new AtomicInteger();
    private final ReportingStations stations;

    Trickle(ReportingStations stations, int perSecond) {
        this.stations = stations;
        var _ = clock.scheduleAtFixedRate(this::file, 0, 1_000_000_000L / perSecond, TimeUnit.NANOSECONDS);
    }

    private void file() {
        CompletableFuture<Boolean> filed = stations.file(stations.incident())
                .thenApply(answer -> answer.statusCode() == CREATED)
                .exceptionally(_ -> false);
        if (!filed.join()) {
            failed.incrementAndGet();
        }
    }

    /** How many filings were not acknowledged. */
    int failed() {
        return failed.get();
    }

    @Override
    public void close() {
        clock.close();
    }
}
