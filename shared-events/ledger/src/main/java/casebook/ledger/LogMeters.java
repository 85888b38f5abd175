package casebook.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/**
 * Where a log's figures go, so that two logs of one process are told apart.
 *
 * @param prefix what the names of all its meters begin with
 */
public record LogMeters(MeterRegistry registry, String prefix) {

    /** Those of the ledger itself. */
    static LogMeters ofLedger(MeterRegistry registry) {
        return new LogMeters(registry, "casebook.ledger");
    }

    <T> Gauge.Builder<T> gauge(String name, T source, ToDoubleFunction<T> figure) {
        return Gauge.builder(prefix + "." + name, source, figure);
    }

    Counter.Builder counter(String name) {
        return Counter.builder(prefix + "." + name);
    }
}
