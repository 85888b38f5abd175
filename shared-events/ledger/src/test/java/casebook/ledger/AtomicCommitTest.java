package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invariant 1: what is appended together is one document, there as a whole or not at all. */
class AtomicCommitTest {

    private final TestLedger ledger = TestLedger.open();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void appendOfSeveralEventsIsOneDocument() {
        ledger.engine.appendEvents(TestLedger.events("a", 3));

        assertThat(ledger.commits()).singleElement().satisfies(commit -> {
            assertThat(commit.getLong("_id")).isZero();
            assertThat(commit.getInteger("n")).isEqualTo(3);
            assertThat(commit.getList("events", Document.class))
                    .extracting(
                            event -> event.getString("a"), event -> event.getLong("s"), event -> event.getString("k"))
                    .containsExactly(tuple("a", 0L, "Noted"), tuple("a", 1L, "Noted"), tuple("a", 2L, "Noted"));
        });
    }

    @Test
    void appendLargerThanABatchIsStillOneDocument() {
        ledger.engine.appendEvents(TestLedger.events("a", 200));

        assertThat(ledger.commits())
                .singleElement()
                .extracting(c -> c.getInteger("n"))
                .isEqualTo(200);
        assertThat(ledger.lines())
                .extracting(LedgerLine::index)
                .containsExactlyElementsOf(LongStream.range(0, 200).boxed().toList());
    }

    @Test
    void appendWithOneConflictLeavesNothing() {
        ledger.engine.appendEvents(TestLedger.events("a", 2));

        var overlapping = List.of(TestLedger.event("b", 0), TestLedger.event("a", 1), TestLedger.event("a", 2));
        assertThatThrownBy(() -> ledger.engine.appendEvents(overlapping)).isInstanceOf(ConcurrencyException.class);

        assertThat(ledger.lines()).hasSize(2);
        assertThat(ledger.reader.lastSequence("b")).isEmpty();
    }

    @Test
    void secondCreationOfAnAggregateIsToldFromAConcurrentChange() {
        ledger.engine.appendEvents(TestLedger.events("a", 2));

        assertThatThrownBy(() -> ledger.engine.appendEvents(TestLedger.event("a", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> ledger.engine.appendEvents(TestLedger.event("a", 1)))
                .isInstanceOf(ConcurrencyException.class)
                .isNotInstanceOf(AggregateStreamCreationException.class);
        assertThat(ledger.count("casebook.ledger.conflicts")).isEqualTo(2);
    }

    @Test
    void eventsThatDoNotFitIntoOneDocumentAreRefused() {
        String text = "x".repeat(60_000);
        var tooMany = LongStream.range(0, 300)
                .mapToObj(sequence -> TestLedger.event("a", sequence, text, Instant.EPOCH))
                .toList();

        assertThatThrownBy(() -> ledger.engine.appendEvents(tooMany))
                .isInstanceOfSatisfying(AppendTooLarge.class, e -> {
                    assertThat(e.size()).isGreaterThan(e.limit());
                    assertThat(e.limit()).isLessThan(16 * 1024 * 1024);
                });
        assertThat(ledger.reader.position()).isZero();

        ledger.engine.appendEvents(tooMany.subList(0, 270));
        assertThat(ledger.reader.position()).isEqualTo(270);
    }
}
