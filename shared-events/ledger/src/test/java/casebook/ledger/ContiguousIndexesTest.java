package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.mongod.SharedMongod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invariant 2: indexes are contiguous from 0, whoever writes. */
class ContiguousIndexesTest {

    private static final int EVENTS = 60;
    private static final int CALLERS = 6;

    private final TestLedger ledger = TestLedger.open();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void twoProcessesThatWriteAtOnceLeaveNoGapAndLoseNothing() throws InterruptedException {
        String uri = SharedMongod.connectionString();
        String database = ledger.database.getName();
        try (WriterProcess one = WriterProcess.start(uri, database, EVENTS, CALLERS, "one");
                WriterProcess two = WriterProcess.start(uri, database, EVENTS, CALLERS, "two")) {
            WriterProcess.begin(one, two);
            assertThat(one.awaitEnd()).isZero();
            assertThat(two.awaitEnd()).isZero();

            Map<EventKey, Long> stored = Soundness.check(ledger);
            Map<EventKey, Long> acknowledged = new HashMap<>(one.acknowledged());
            acknowledged.putAll(two.acknowledged());
            assertThat(stored.equals(acknowledged))
                    .as("what is stored is what was acknowledged")
                    .isTrue();
            // Both asked for every event of the shared aggregate, and each was given to one of them.
            assertThat(acknowledged)
                    .hasSize(one.acknowledged().size() + two.acknowledged().size());
            assertThat(Stream.concat(one.others().stream(), two.others().stream()))
                    .hasSize(EVENTS * CALLERS)
                    .allMatch(line -> line.startsWith("refused shared"));
            // The one that is ahead tends to stay so: how often they change is a matter of luck, that they do is not.
            assertThat(changesOfWriter()).as("the writers took turns").isGreaterThan(2);
        }
    }

    @Test
    void callersOfOneProcessShareCommits() {
        List<CompletableFuture<Long>> answers = LongStream.range(0, 500)
                .mapToObj(i -> ledger.submit("a-" + i, 0))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(LongStream.range(0, 500).boxed().toList());
        assertThat(Soundness.check(ledger)).hasSize(500);
        assertThat(ledger.commits()).hasSizeLessThan(250).allMatch(commit -> commit.getInteger("n") <= 64);
        assertThat(ledger.registry
                        .get("casebook.ledger.commit.events")
                        .summary()
                        .totalAmount())
                .isEqualTo(500);
    }

    @Test
    void writerThatWasOvertakenNumbersAnew() {
        ledger.engine.appendEvents(TestLedger.event("a", 0));
        try (TestLedger other = ledger.another()) {
            other.engine.appendEvents(TestLedger.events("b", 5));
        }
        ledger.engine.appendEvents(TestLedger.event("a", 1));

        assertThat(Soundness.check(ledger)).containsEntry(new EventKey("a", 1), 6L);
        assertThat(ledger.count("casebook.ledger.collisions")).isEqualTo(1);
    }

    @Test
    void headThatContradictsItselfIsNotBuiltUpon() {
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        ledger.database
                .getCollection(LedgerCollection.NAME)
                .updateOne(new Document(), new Document("$set", new Document("tree.root", new Binary(new byte[32]))));

        try (TestLedger other = ledger.another()) {
            assertThatThrownBy(other.submit("b", 0)::join)
                    .hasCauseInstanceOf(OutcomeUnknown.class)
                    .hasRootCauseInstanceOf(BrokenLedger.class);
        }
        assertThat(ledger.reader.position()).isEqualTo(3);
    }

    private long changesOfWriter() {
        List<String> writers =
                ledger.commits().stream().map(commit -> commit.getString("w")).toList();
        return IntStream.range(1, writers.size())
                .filter(i -> !writers.get(i).equals(writers.get(i - 1)))
                .count();
    }
}
