package casebook.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What the background scan tells about itself. */
final class ScanMetrics {

    private static final long NONE = -1;

    private final Counter sound;
    private final Counter faulty;
    private final Counter failed;
    private final AtomicLong badIndex = new AtomicLong(NONE);
    private final AtomicLong reached = new AtomicLong();

    ScanMetrics(MeterRegistry registry) {
        sound = counter(registry, "sound");
        faulty = counter(registry, "faulty");
        failed = counter(registry, "failed");
        Gauge.builder("casebook.ledger.scan.bad.index", badIndex, AtomicLong::get)
                .description("The first event in doubt after the last scan; -1 if there is none")
                .register(registry);
        Gauge.builder("casebook.ledger.scan.events", reached, AtomicLong::get)
                .description("Events that the present scan has verified, or the last one if none is under way")
                .register(registry);
    }

    void reached(long events) {
        reached.set(events);
    }

    void scanned(Verification found) {
        LedgerFault fault = found.fault();
        badIndex.set(fault == null ? NONE : fault.index());
        (fault == null ? sound : faulty).increment();
    }

    void failed() {
        failed.increment();
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("casebook.ledger.scans")
                .tag("outcome", outcome)
                .description("Scans of the whole ledger; failed are those that could not read it to its end")
                .register(registry);
    }
}
