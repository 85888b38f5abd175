package casebook.ledger;

import io.micrometer.core.instrument.Counter;
import java.util.concurrent.atomic.AtomicLong;

/** What the background scan tells about itself. */
final class ScanMetrics {

    private static final long NONE = -1;

    private final Counter sound;
    private final Counter faulty;
    private final Counter failed;
    private final AtomicLong badIndex = new AtomicLong(NONE);
    private final AtomicLong reached = new AtomicLong();

    ScanMetrics(LogMeters meters) {
        sound = counter(meters, "sound");
        faulty = counter(meters, "faulty");
        failed = counter(meters, "failed");
        meters.gauge("scan.bad.index", badIndex, AtomicLong::get)
                .description("The first event in doubt after the last scan; -1 if there is none")
                .register(meters.registry());
        meters.gauge("scan.events", reached, AtomicLong::get)
                .description("Events that the present scan has verified, or the last one if none is under way")
                .register(meters.registry());
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

    private static Counter counter(LogMeters meters, String outcome) {
        return meters.counter("scans")
                .tag("outcome", outcome)
                .description("Scans of the whole log; failed are those that could not read it to its end")
                .register(meters.registry());
    }
}
