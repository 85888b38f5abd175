package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TailTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    static Stream<LedgerProperties> changeStreamAndPolling() {
        return Stream.of(TestLedger.properties(LONG), TestLedger.polling());
    }

    @ParameterizedTest
    @MethodSource("changeStreamAndPolling")
    void tailIsWokenByWhatAnotherProcessAppends(LedgerProperties properties) throws InterruptedException {
        try (TestLedger here = TestLedger.open(properties);
                TestLedger there = here.another()) {
            for (int sequence = 0; sequence < 5; sequence++) {
                there.engine.appendEvents(TestLedger.event("a", sequence));
                assertThat(here.tail.awaitBeyond(sequence, LONG)).isTrue();
                assertThat(here.tail.position()).isEqualTo(sequence + 1);
            }
            assertThat(here.registry.get("casebook.ledger.position").gauge().value())
                    .isEqualTo(5);
        }
    }

    @Test
    void deploymentWithoutChangeStreamsIsPolled() throws InterruptedException {
        try (TestLedger there = TestLedger.open()) {
            there.failForEveryone(
                    "alwaysOn", new Document("failCommands", List.of("aggregate")).append("errorCode", 40573));
            try (TestLedger here = there.another()) {
                there.engine.appendEvents(TestLedger.event("a", 0));
                assertThat(here.tail.awaitBeyond(0, LONG)).isTrue();
            } finally {
                there.stopFailing();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("changeStreamAndPolling")
    void tailKnowsWhatWasThereBefore(LedgerProperties properties) throws InterruptedException {
        try (TestLedger there = TestLedger.open()) {
            there.engine.appendEvents(TestLedger.events("a", 3));
            try (TestLedger here = there.another(properties)) {
                assertThat(here.tail.awaitBeyond(2, LONG)).isTrue();
            }
        }
    }

    /** Written when the change stream opens, so that it does not tell of it, but held by no majority when the tail looks at the ledger. */
    @Test
    void tailKnowsWhatWasAgreedOnAfterItsChangeStreamWasOpened() throws InterruptedException {
        try (TestLedger there = TestLedger.open(TestLedger.polling())) {
            there.engine.appendEvents(TestLedger.event("a", 0));
            there.holdUpMajority();
            try {
                CompletableFuture<Long> appended = there.submit("a", 1);
                Eventually.until("it is written", () -> there.commits().size() == 2);
                try (TestLedger here = there.another()) {
                    Eventually.until("it has looked, with its change stream open", () -> here.tail.position() == 1);
                    there.letMajorityGoOn();
                    appended.join();
                    assertThat(here.tail.awaitBeyond(1, LONG)).isTrue();
                }
            } finally {
                there.letMajorityGoOn();
            }
        }
    }

    @Test
    void ownWriterTellsTheTail() {
        try (TestLedger ledger = TestLedger.open()) {
            ledger.engine.appendEvents(TestLedger.events("a", 3));

            Eventually.until("the tail knows", () -> ledger.tail.position() == 3);
        }
    }

    @Test
    void listenersHearOfGrowthUntilTheyLeave() {
        try (TestLedger ledger = TestLedger.open()) {
            AtomicInteger heard = new AtomicInteger();
            try (LedgerTail.Subscription failing = ledger.tail.onGrowth(() -> {
                        throw new IllegalStateException("a listener that fails does no harm");
                    });
                    LedgerTail.Subscription counting = ledger.tail.onGrowth(heard::incrementAndGet)) {
                assertThat(failing).isNotSameAs(counting);
                ledger.tail.advanceTo(1);
                ledger.tail.advanceTo(1);
                ledger.tail.advanceTo(0);
                assertThat(heard).hasValue(1);
            }
            ledger.tail.advanceTo(2);
            assertThat(heard).hasValue(1);
        }
    }

    @Test
    void waitingEndsWithTheTime() throws InterruptedException {
        try (TestLedger ledger = TestLedger.open()) {
            assertThat(ledger.tail.awaitBeyond(0, Duration.ofMillis(20))).isFalse();
        }
    }
}
