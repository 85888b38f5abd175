package casebook.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Events to be read. Those of one aggregate are far apart, as they are where many incidents are open at a time.
 *
 * @param name of its stores
 * @param aggregates how many there are, each with {@value #EVENTS_OF_AN_AGGREGATE} events
 * @param perAppend how many events are appended at once, and so stand in one commit of the ledger
 * @param apart the time between an event and the next
 */
record Dataset(String name, int aggregates, int perAppend, Duration apart) {

    static final int EVENTS_OF_AN_AGGREGATE = 20;

    private static final Instant START = Instant.parse("2026-03-14T00:00:00Z");

    int events() {
        return aggregates * EVENTS_OF_AN_AGGREGATE;
    }

    String anAggregate() {
        return aggregate(ThreadLocalRandom.current().nextInt(aggregates));
    }

    static String aggregate(int number) {
        return "0197c0de-0000-7000-8000-%012d".formatted(number);
    }

    @Override
    public String toString() {
        return "out of %d, %d a commit, %d ms apart".formatted(events(), perAppend, apart.toMillis());
    }

    void appendTo(Engine engine) {
        for (int first = 0; first < events(); first += perAppend) {
            engine.append(filings(first, Math.min(first + perAppend, events())));
        }
    }

    private List<? extends DomainEventMessage<?>> filings(int from, int toExclusive) {
        return IntStream.range(from, toExclusive)
                .mapToObj(number -> Filings.filing(
                        aggregate(number % aggregates),
                        number / aggregates,
                        number,
                        START.plus(apart.multipliedBy(number))))
                .toList();
    }
}
