package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invariant 3: an unknown outcome is settled, and a caller never hears "failed" of what was written. */
class UnknownOutcomeTest {

    private static final Document WRITTEN_BUT_NOT_CONFIRMED = new Document("failCommands", List.of("insert"))
            .append(
                    "writeConcernError",
                    new Document("code", 64).append("errmsg", "waiting for replication timed out"));
    private static final Document LOST_BEFORE_IT_WAS_WRITTEN =
            new Document("failCommands", List.of("insert")).append("closeConnection", true);

    private final TestLedger ledger = TestLedger.open(TestLedger.properties(Duration.ofSeconds(2)));

    @AfterEach
    void close() {
        ledger.stopFailing();
        ledger.close();
    }

    @Test
    void commitWhoseReplyWasLostIsFoundAndAcknowledgedOnce() throws InterruptedException {
        ledger.engine.appendEvents(TestLedger.event("a", 0));
        try (TestLedger elsewhere = TestLedger.open()) {
            Thread traffic = Thread.ofVirtual().start(() -> appendUntilInterrupted(elsewhere));
            for (int sequence = 1; sequence <= 20; sequence++) {
                ledger.fail(new Document("times", 1), WRITTEN_BUT_NOT_CONFIRMED);
                assertThat(ledger.submit("a", sequence).join()).isEqualTo(sequence);
            }
            traffic.interrupt();
            traffic.join();
        }

        assertThat(ledger.count("casebook.ledger.unknown.outcomes")).isEqualTo(20);
        assertThat(Soundness.check(ledger)).hasSize(21);
        assertThat(ledger.submit("a", 21).join()).isEqualTo(21);
    }

    @Test
    void commitThatNeverArrivedIsSentAgain() {
        ledger.engine.appendEvents(TestLedger.event("a", 0));
        ledger.fail(new Document("times", 3), LOST_BEFORE_IT_WAS_WRITTEN);

        assertThat(ledger.submit("a", 1).join()).isEqualTo(1);

        assertThat(ledger.count("casebook.ledger.unknown.outcomes")).isGreaterThanOrEqualTo(3);
        assertThat(Soundness.check(ledger)).hasSize(2);
    }

    @Test
    void commitThatMongoDbHoldsBackIsSettled() {
        ledger.engine.appendEvents(TestLedger.event("a", 0));
        ledger.fail(
                new Document("times", 1),
                new Document("failCommands", List.of("insert"))
                        .append("blockConnection", true)
                        .append("blockTimeMS", 900));

        assertThat(ledger.submit("a", 1).join()).isEqualTo(1);

        assertThat(ledger.count("casebook.ledger.unknown.outcomes")).isEqualTo(1);
        assertThat(Soundness.check(ledger)).hasSize(2);
    }

    @Test
    void unsettledCommitThatAnotherWriterOvertakesIsNumberedAnew() {
        ledger.engine.appendEvents(TestLedger.event("a", 0));
        ledger.fail("alwaysOn", LOST_BEFORE_IT_WAS_WRITTEN);
        CompletableFuture<Long> answer = ledger.submit("a", 1);
        Eventually.until("one attempt", () -> ledger.count("casebook.ledger.unknown.outcomes") > 0);
        try (TestLedger other = ledger.another()) {
            other.engine.appendEvents(TestLedger.events("b", 3));
        }
        ledger.stopFailing();

        assertThat(answer.join()).isEqualTo(4);
        assertThat(Soundness.check(ledger)).hasSize(5);
    }

    @Test
    void unsettledCommitIsRefusedWhenAnotherWriterHasTheSequenceNumber() {
        ledger.engine.appendEvents(TestLedger.event("a", 0));
        ledger.fail("alwaysOn", LOST_BEFORE_IT_WAS_WRITTEN);
        CompletableFuture<Long> contended = ledger.submit("a", 1);
        Eventually.until("one attempt", () -> ledger.count("casebook.ledger.unknown.outcomes") > 0);
        try (TestLedger other = ledger.another()) {
            other.engine.appendEvents(TestLedger.event("a", 1));
        }
        CompletableFuture<Long> innocent = ledger.submit("b", 0);
        ledger.stopFailing();

        assertThatThrownBy(contended::join).hasCauseInstanceOf(DuplicateEvent.class);
        assertThat(innocent.join()).isEqualTo(2);
        assertThat(Soundness.check(ledger)).hasSize(3);
    }

    @Test
    void callersHearUnknownAfterGivingUpAndTheWriterGoesOn() {
        ledger.engine.appendEvents(TestLedger.event("a", 0));
        ledger.fail("alwaysOn", LOST_BEFORE_IT_WAS_WRITTEN);

        CompletableFuture<Long> inFlight = ledger.submit("a", 1);
        CompletableFuture<Long> waiting = ledger.submit("a", 1);
        assertThatThrownBy(inFlight::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(OutcomeUnknown.class);
        assertThatThrownBy(waiting::join).hasCauseInstanceOf(OutcomeUnknown.class);
        assertThatThrownBy(() -> ledger.engine.appendEvents(TestLedger.event("a", 1)))
                .isInstanceOf(OutcomeUnknown.class);

        ledger.stopFailing();
        // An attempt that was under way may still have succeeded, and the repeat is then a conflict.
        assertThat(ledger.submit("a", 1).handle((index, e) -> e == null || e.getCause() instanceof DuplicateEvent))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(true);
        assertThat(Soundness.check(ledger)).hasSize(2).containsEntry(new EventKey("a", 1), 1L);
    }

    @Test
    void abandonedCommitThatArrivesLateIsAConflictForItsRepeat() {
        ledger.engine.appendEvents(TestLedger.event("a", 0));
        CommitStore store = new CommitStore(ledger.reader.collection(), Duration.ofSeconds(5));
        store.insert(Commit.following(store.head(), List.of(TestLedger.pending("a", 1)), "a writer that is gone"));

        assertThatThrownBy(ledger.submit("a", 1)::join).hasCauseInstanceOf(DuplicateEvent.class);
        assertThat(ledger.submit("a", 2).join()).isEqualTo(2);
        assertThat(Soundness.check(ledger)).hasSize(3);
    }

    @Test
    void closingAnswersWhatWaits() {
        List<CompletableFuture<Long>> answers =
                List.of(ledger.submit("a", 0), ledger.submit("b", 0), ledger.submit("c", 0));

        ledger.writer.close();

        assertThat(answers).allMatch(answer -> answer.isDone() && !answer.isCompletedExceptionally());
        assertThatThrownBy(() -> ledger.submit("d", 0)).isInstanceOf(IllegalStateException.class);
    }

    /** Other commits carry the unconfirmed ones along: they may be visible to a majority before they are looked for. */
    private static void appendUntilInterrupted(TestLedger elsewhere) {
        for (int sequence = 0; !Thread.currentThread().isInterrupted(); sequence++) {
            elsewhere.submit("traffic", sequence).join();
        }
    }
}
