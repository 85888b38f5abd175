package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReaderTest {

    private static final Instant NINE = Instant.parse("2026-03-14T09:00:00Z");

    private final TestLedger ledger = TestLedger.open();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void emptyLedgerIsAtPositionZero() {
        assertThat(ledger.reader.position()).isZero();
        assertThat(ledger.lines()).isEmpty();
        assertThat(ledger.reader.indexOf("a", 0)).isEmpty();
        assertThat(ledger.reader.lastSequence("a")).isEmpty();
        assertThat(ledger.reader.events("a", Long.MAX_VALUE)).isEmpty();
        assertThat(ledger.reader.firstIndexAfter(Instant.MIN)).isZero();
    }

    @Test
    void linesAreReadFromAnyIndexToAny() {
        ledger.engine.appendEvents(TestLedger.events("a", 7));
        ledger.engine.appendEvents(TestLedger.events("b", 2));
        ledger.engine.appendEvents(TestLedger.events("c", 4));

        for (int from = 0; from <= 13; from++) {
            for (int to = from; to <= 14; to++) {
                try (LedgerLines lines = ledger.reader.lines(from, to)) {
                    assertThat(lines.stream().map(line -> (int) line.index()))
                            .isEqualTo(IntStream.range(from, Math.min(to, 13))
                                    .boxed()
                                    .toList());
                }
            }
        }
    }

    @Test
    void eventsOfAnAggregateAreFoundAmongOthers() {
        ledger.engine.appendEvents(TestLedger.event("a", 0), TestLedger.event("b", 0), TestLedger.event("a", 1));
        ledger.engine.appendEvents(TestLedger.event("b", 1), TestLedger.event("a", 2));

        assertThat(ledger.reader.indexOf("a", 2)).hasValue(4);
        assertThat(ledger.reader.indexOf("b", 1)).hasValue(3);
        assertThat(ledger.reader.indexOf("b", 2)).isEmpty();
        assertThat(ledger.reader.lastSequence("a")).hasValue(2);
        assertThat(ledger.engine.lastSequenceNumberFor("b")).hasValue(1L);
        assertThat(ledger.engine.readEvents("a", 1).asStream().map(ReaderTest::indexOf))
                .containsExactly(2L, 4L);
        assertThat(linesOf(List.of("a", "b"), Long.MAX_VALUE)).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(linesOf(List.of("b", "nobody"), Long.MAX_VALUE)).containsExactly(1L, 3L);
        assertThat(linesOf(List.of("a"), 4)).containsExactly(0L, 2L);
    }

    @Test
    void pastOfAnAggregateEndsBeforeAnIndex() {
        ledger.engine.appendEvents(TestLedger.event("a", 0), TestLedger.event("b", 0), TestLedger.event("a", 1));

        assertThat(ledger.reader.events("a", 0)).isEmpty();
        assertThat(ledger.reader.events("a", 2))
                .singleElement()
                .satisfies(event -> assertThat(event.getPayload()).isEqualTo(new Noted("note 0")));
        assertThat(ledger.reader.events("a", 3)).map(ReaderTest::indexOf).containsExactly(0L, 2L);
    }

    @Test
    void idThatLooksLikeAnExpressionIsAnId() {
        List<String> ids = List.of("$events.a", "$$event.a", "{\"$gt\":\"\"}", ".", "");
        ids.forEach(id -> ledger.engine.appendEvents(TestLedger.events(id, 2)));

        assertThat(ids).allSatisfy(id -> {
            assertThat(ledger.reader.events(id, Long.MAX_VALUE)).hasSize(2);
            assertThat(ledger.reader.lastSequence(id)).hasValue(1);
            assertThat(linesOf(List.of(id), Long.MAX_VALUE)).hasSize(2);
        });
    }

    @Test
    void instantMeansTheFirstEventThatIsLaterThanAllThatWasKnown() {
        // Clocks disagree: the second commit is earlier than the first, the third has one event back in time.
        ledger.engine.appendEvents(at("a", 0, 0), at("a", 1, 10));
        ledger.engine.appendEvents(at("a", 2, 5));
        ledger.engine.appendEvents(at("a", 3, 20), at("a", 4, 15), at("a", 5, 30));

        assertThat(ledger.reader.firstIndexAfter(NINE.minusMillis(1))).isZero();
        assertThat(ledger.reader.firstIndexAfter(NINE)).isEqualTo(1);
        assertThat(ledger.reader.firstIndexAfter(NINE.plusMillis(9))).isEqualTo(1);
        assertThat(ledger.reader.firstIndexAfter(NINE.plusMillis(10))).isEqualTo(3);
        assertThat(ledger.reader.firstIndexAfter(NINE.plusMillis(10).plusNanos(1)))
                .isEqualTo(3);
        assertThat(ledger.reader.firstIndexAfter(NINE.plusMillis(20))).isEqualTo(5);
        assertThat(ledger.reader.firstIndexAfter(NINE.plusMillis(30))).isEqualTo(6);
        assertThat(ledger.reader.firstIndexAfter(Instant.MAX)).isEqualTo(6);
        assertThat(ledger.reader.firstIndexFrom(NINE.plusMillis(10))).isEqualTo(1);
        assertThat(ledger.reader.firstIndexFrom(NINE.plusMillis(10).plusNanos(1)))
                .isEqualTo(3);
        assertThat(ledger.reader.firstIndexFrom(Instant.MIN)).isZero();
        assertThat(ledger.reader.latestBefore(0)).isEqualTo(Instant.EPOCH);
        assertThat(ledger.reader.latestBefore(3)).isEqualTo(NINE.plusMillis(10));
        assertThat(ledger.reader.latestBefore(6)).isEqualTo(NINE.plusMillis(30));
    }

    @Test
    void unitOfWorkLearnsThePosition() {
        UnitOfWork<?> root = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("a command"));
        UnitOfWork<?> nested = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("a nested one"));
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        nested.commit();

        assertThat(root.<Long>getResource(LedgerEventStorageEngine.POSITION_RESOURCE))
                .isEqualTo(3);
        root.commit();
    }

    @Test
    void mongoDbThatIsUnreachableAtFirstIsWaitedFor() {
        // Nothing listens there: the writer and the tail start all the same.
        try (TestLedger unreachable = TestLedger.open(
                "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100",
                "nowhere",
                TestLedger.properties(Duration.ofMillis(300)))) {
            assertThat(unreachable.submit("a", 0))
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .withCauseInstanceOf(OutcomeUnknown.class);
        }
    }

    private List<Long> linesOf(List<String> aggregates, long toIndexExclusive) {
        try (LedgerLines lines = ledger.reader.lines(aggregates, toIndexExclusive)) {
            return lines.stream().map(LedgerLine::index).toList();
        }
    }

    private static DomainEventMessage<Noted> at(String aggregate, long sequence, long millis) {
        return TestLedger.event(aggregate, sequence, "note", NINE.plusMillis(millis));
    }

    private static long indexOf(DomainEventMessage<?> event) {
        return ((TrackedEventMessage<?>) event).trackingToken().position().orElseThrow();
    }
}
