package casebook.loader;

import java.time.Duration;

/**
 * How far a load has come.
 *
 * @param lastLine the last line that was answered
 * @param position the highest ledger position heard of; 0 for none
 */
record Tally(long filed, long duplicates, long rejected, long lastLine, long position) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    Tally plus(Result result) {
        long reached = result.position() == null ? position : Math.max(position, result.position());
        return switch (result.outcome()) {
            case FILED -> new Tally(filed + 1, duplicates, rejected, result.line(), reached);
            case DUPLICATE -> new Tally(filed, duplicates + 1, rejected, result.line(), reached);
            case REJECTED -> new Tally(filed, duplicates, rejected + 1, result.line(), reached);
        };
    }

    long done() {
        return filed + duplicates + rejected;
    }

    static double perSecond(long count, Duration time) {
        return count * 1000.0 / Math.max(1, time.toMillis());
    }
}
