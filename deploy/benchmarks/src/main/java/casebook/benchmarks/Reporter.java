package casebook.benchmarks;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.IntStream;

/** A caller that appends to one new aggregate after the other. */
final class Reporter implements Operation {

    private final Engine engine;
    private final Clock clock;
    private final int perAppend;
    private String aggregate = "";
    private int sequence = Dataset.EVENTS_OF_AN_AGGREGATE;
    private int number;

    /** @param perAppend how many events it appends at once */
    Reporter(Engine engine, Clock clock, int perAppend) {
        this.engine = engine;
        this.clock = clock;
        this.perAppend = perAppend;
    }

    @Override
    public int perform() {
        if (sequence >= Dataset.EVENTS_OF_AN_AGGREGATE) {
            aggregate = UUID.randomUUID().toString();
            sequence = 0;
        }
        engine.append(IntStream.range(sequence, sequence + perAppend)
                .mapToObj(next -> Filings.filing(aggregate, next, number + next, clock.instant()))
                .toList());
        sequence += perAppend;
        number += perAppend;
        return perAppend;
    }
}
