package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A unique index does not see a duplicate inside one document, so that the writer must. */
class InBatchDuplicateTest {

    private final TestLedger ledger = TestLedger.open();

    @AfterEach
    void close() {
        ledger.stopFailing();
        ledger.close();
    }

    @Test
    void appendsOfOneKeyNeverShareACommit() throws InterruptedException {
        Inbox inbox = new Inbox(64);
        Append first = appendOf("a", 0);
        Append again = appendOf("a", 0);
        Append other = appendOf("b", 0);
        Stream.of(first, again, other).forEach(inbox::add);

        assertThat(inbox.next()).containsExactly(first, other);
        assertThat(inbox.next()).containsExactly(again);
    }

    @Test
    void batchHasAtMostItsNumberOfEventsUnlessOneAppendAloneHasMore() throws InterruptedException {
        Inbox inbox = new Inbox(4);
        Append three = appendOf("a", 0, 1, 2);
        Append two = appendOf("b", 0, 1);
        Append ten = appendOf("c", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Append one = appendOf("d", 0);
        Stream.of(three, two, ten, one).forEach(inbox::add);

        assertThat(inbox.next()).containsExactly(three);
        assertThat(inbox.next()).containsExactly(two);
        assertThat(inbox.next()).containsExactly(ten);
        assertThat(inbox.next()).containsExactly(one);
    }

    @Test
    void appendWhoseCallerHasGivenUpIsNotWritten() throws InterruptedException {
        Inbox inbox = new Inbox(64);
        Append abandoned = appendOf("a", 0);
        Append alive = appendOf("b", 0);
        inbox.add(abandoned);
        inbox.add(alive);
        abandoned.answer().cancel(false);

        assertThat(inbox.next()).containsExactly(alive);
    }

    @Test
    void closedInboxGivesOutWhatItHasAndThenNothing() throws InterruptedException {
        Inbox inbox = new Inbox(64);
        Append last = appendOf("a", 0);
        inbox.add(last);
        inbox.close();

        assertThat(inbox.next()).containsExactly(last);
        assertThat(inbox.next()).isEmpty();
    }

    @Test
    void ofManyCallersWithOneKeyExactlyOneSucceeds() {
        List<CompletableFuture<Long>> contenders = new ArrayList<>();
        List<CompletableFuture<Long>> innocents = new ArrayList<>();
        ledger.submit("first", 0).join();
        ledger.fail(
                new Document("times", 1),
                new Document("failCommands", List.of("insert"))
                        .append("blockConnection", true)
                        .append("blockTimeMS", 300));
        innocents.add(ledger.submit("held", 0));
        ledger.awaitFailure();
        // What waits while that insert is held back is packed into one commit.
        for (int i = 0; i < 10; i++) {
            contenders.add(ledger.submit("contended", 0));
            innocents.add(ledger.submit("innocent-" + i, 0));
        }

        assertThat(innocents).allSatisfy(answer -> assertThat(answer.join()).isPositive());
        assertThat(contenders.stream().map(InBatchDuplicateTest::outcomeOf))
                .containsOnly("written", "DuplicateEvent")
                .containsOnlyOnce("written");
        assertThat(Soundness.check(ledger)).hasSize(13);
    }

    private static String outcomeOf(CompletableFuture<Long> answer) {
        return answer.handle((index, e) ->
                        e == null ? "written" : e.getCause().getClass().getSimpleName())
                .join();
    }

    private static Append appendOf(String aggregate, long... sequences) {
        List<PendingEvent> events = new ArrayList<>();
        for (long sequence : sequences) {
            events.add(TestLedger.pending(aggregate, sequence));
        }
        return new Append(events);
    }
}
