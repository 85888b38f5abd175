package casebook.query.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.http.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class TurnsTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private Turns turns = turns(Duration.ofMinutes(1));

    @AfterEach
    void close() {
        turns.close();
    }

    @Test
    void whoComesWhenOthersFillTablesWaits() {
        var first = Sinks.<String>one();
        var one = turns.take(first.asMono()).toFuture();
        var other = turns.take(Mono.just("other")).toFuture();
        assertThat(other).isNotDone();
        first.tryEmitValue("one").orThrow();
        assertThat(one).succeedsWithin(SOON).isEqualTo("one");
        assertThat(other).succeedsWithin(SOON).isEqualTo("other");
    }

    @Test
    void whoIsNotReachedInTimeIsSentAway() {
        turns.close();
        turns = turns(Duration.ofMillis(50));
        var never = List.of(
                turns.take(Mono.never()).toFuture(), turns.take(Mono.never()).toFuture());
        never.forEach(TurnsTest::assertSentAway);
        assertThat(turns.take(Mono.just("later")).toFuture()).succeedsWithin(SOON);
    }

    @Test
    void whoComesWhenTooManyWaitIsSentAwayAtOnce() {
        var many = IntStream.range(0, 202)
                .mapToObj(_ -> turns.take(Mono.never()).toFuture())
                .toList();
        assertSentAway(many.getLast());
        many.forEach(waiting -> waiting.cancel(true));
    }

    private static void assertSentAway(CompletableFuture<?> answer) {
        assertThat(answer)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        busy -> assertThat(busy.problem().status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private static Turns turns(Duration atMost) {
        return new Turns(new TablesProperties(
                Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, DataSize.ofMegabytes(1), 1, atMost));
    }
}
