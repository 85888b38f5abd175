package casebook.query.statistics.web;

import static casebook.query.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.http.Scope;
import casebook.query.statistics.Reports;
import casebook.query.statistics.Sight;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class KeptAnswersTest {

    private static final Duration LONG = Duration.ofDays(1);
    private static final Duration NO_TIME = Duration.ZERO;
    private static final DataSize MUCH = DataSize.ofMegabytes(1);
    private static final AskedTable TABLE = asked(new Scope.All(), Set.of(), null);

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void answerStandsForItsTimeAndForNobodyWhoNeedsALaterOne() {
        var answers = answers(LONG, NO_TIME);
        assertThat(ask(answers, TABLE, at(0, 7)).position()).isEqualTo(7);
        assertThat(ask(answers, TABLE, at(7, 9)).position()).isEqualTo(7);
        assertThat(ask(answers, TABLE, at(8, 9)).position()).isEqualTo(9);
        assertThat(ask(answers, TABLE, at(0, 10)).position()).isEqualTo(9);
    }

    @Test
    void answerStandsAsLongAsItTookToBeMade() {
        var now = System.nanoTime();
        var justMade = new Answer(7, "one", now - LONG.toNanos(), now, new AtomicLong(), new byte[0]);
        assertThat(justMade.isFresh(NO_TIME, LONG)).isTrue();
        assertThat(justMade.isFresh(NO_TIME, NO_TIME)).isFalse();
        var quicklyMade =
                new Answer(7, "one", now - LONG.toNanos(), now - LONG.toNanos() + 1, new AtomicLong(), new byte[0]);
        assertThat(quicklyMade.isFresh(NO_TIME, LONG)).isFalse();
    }

    @Test
    void answerIsKeptWhileTheLedgerStands() {
        var answers = answers(NO_TIME, NO_TIME);
        ask(answers, TABLE, at(0, 7));
        ask(answers, TABLE, at(7, 7));
        assertThat(made).hasValue(1);
        ask(answers, TABLE, at(0, 8));
        assertThat(made).hasValue(2);
    }

    @Test
    void whoAsksWhileATableIsMadeAgainHasThatOfAMomentAgo() {
        var answers = answers(NO_TIME, LONG);
        ask(answers, TABLE, at(0, 7));
        var later = Sinks.<byte[]>one();
        assertThat(answer(answers, TABLE, at(0, 8), later.asMono()).position()).isEqualTo(7);
        assertThat(answer(answers, TABLE, at(0, 9), Mono.never()).position()).isEqualTo(7);
        var needed = answers.answer(TABLE, at(8, 9), () -> make(Mono.never())).toFuture();
        assertThat(needed).isNotDone();
        later.tryEmitValue(new byte[] {8}).orThrow();
        assertThat(needed).succeedsWithin(Duration.ofSeconds(10)).returns(8L, Answer::position);
        assertThat(made).hasValue(2);
        assertThat(ask(answers, TABLE, at(0, 8)).position()).isEqualTo(8);
    }

    @Test
    void tableThatIsQuicklyMadeAgainIsWaitedFor() {
        var answers = answers(NO_TIME, NO_TIME, LONG, LONG);
        ask(answers, TABLE, at(0, 7));
        assertThat(ask(answers, TABLE, at(0, 8)).position()).isEqualTo(8);
    }

    @Test
    void whereATableCannotBeMadeAgainThatOfAMomentAgoIsGiven() {
        var answers = answers(NO_TIME, NO_TIME, LONG, LONG);
        ask(answers, TABLE, at(0, 7));
        var failing = Mono.<byte[]>error(new IllegalStateException("mongod is away"));
        assertThat(answer(answers, TABLE, at(0, 8), failing).position()).isEqualTo(7);
        assertThatThrownBy(() -> answer(answers, TABLE, at(8, 8), failing)).hasMessageContaining("mongod is away");
    }

    @Test
    void whoAsksLongAfterAnAnswerWasTheLatestWaitsForAnother() {
        var answers = answers(NO_TIME, NO_TIME);
        ask(answers, TABLE, at(0, 7));
        var waiting = answers.answer(TABLE, at(0, 8), () -> make(Mono.never())).toFuture();
        assertThat(waiting).isNotDone();
    }

    @Test
    void answersOfOneGenerationAreNotThoseOfAnother() {
        var answers = answers(LONG, LONG);
        ask(answers, TABLE, at(0, 7));
        ask(answers, TABLE, new Moment(0, 7, "another"));
        assertThat(made).hasValue(2);
    }

    @Test
    void whatWasKnownAtAPositionNeverChanges() {
        var answers = answers(NO_TIME, NO_TIME);
        var then = asked(new Scope.All(), Set.of(), 5L);
        ask(answers, then, at(0, 7));
        ask(answers, then, at(8, 9));
        assertThat(made).hasValue(1);
        ask(answers, asked(new Scope.All(), Set.of(), 6L), at(0, 9));
        assertThat(made).hasValue(2);
    }

    @Test
    void questionIsAnsweredOnceForAllWhoAskIt() {
        var answers = answers(NO_TIME, NO_TIME);
        var sink = Sinks.<byte[]>one();
        var first = answers.answer(TABLE, at(0, 7), () -> make(sink.asMono())).toFuture();
        var second = answers.answer(TABLE, at(0, 8), () -> make(sink.asMono())).toFuture();
        first.cancel(true);
        sink.tryEmitValue(new byte[] {7}).orThrow();
        assertThat(second).succeedsWithin(Duration.ofSeconds(10)).returns(7L, Answer::position);
        assertThat(made).hasValue(1);
    }

    @Test
    void whoSeesOtherThingsAsksAnotherQuestion() {
        var answers = answers(LONG, LONG);
        ask(answers, TABLE, at(0, 7));
        ask(answers, asked(new Scope.All(), Set.of("a case"), null), at(0, 7));
        ask(answers, asked(new Scope.OfProvince(Reports.LANG_SON), Set.of(), null), at(0, 7));
        assertThat(made).hasValue(3);
    }

    @Test
    void failureIsNotKept() {
        var answers = answers(LONG, LONG);
        assertThatThrownBy(
                        () -> answer(answers, TABLE, at(0, 7), Mono.error(new IllegalStateException("mongod is away"))))
                .hasMessageContaining("mongod is away");
        ask(answers, TABLE, at(0, 7));
        assertThat(made).hasValue(2);
    }

    @Test
    void compressedAnswerIsOfTheSamePositionAndMadeOfTheLatest() throws IOException {
        var answers = answers(NO_TIME, LONG);
        ask(answers, TABLE, at(0, 7));
        var answer = Objects.requireNonNull(answers.compressed(TABLE, at(0, 8), () -> make(Mono.just(new byte[] {8})))
                .block());
        assertThat(answer.position()).isEqualTo(8);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
            assertThat(gzip.readAllBytes()).containsExactly(8);
        }
        answers.compressed(TABLE, at(0, 8), () -> make(Mono.never())).block();
        assertThat(made).hasValue(2);
    }

    @Test
    void answersAreKeptUpToTheirBytes() throws Throwable {
        var answers = answers(LONG, LONG);
        eventually(() -> {
            made.set(0);
            for (long then = 0; then < 4; then++) {
                answer(answers, asked(new Scope.All(), Set.of(), then), at(0, 9), Mono.just(new byte[900_000]));
            }
            assertThat(made).hasValueGreaterThanOrEqualTo(3);
        });
    }

    private Answer ask(KeptAnswers answers, AskedTable asked, Moment moment) {
        return answer(answers, asked, moment, Mono.just(new byte[10]));
    }

    private Answer answer(KeptAnswers answers, AskedTable asked, Moment moment, Mono<byte[]> bytes) {
        return Objects.requireNonNull(
                answers.answer(asked, moment, () -> make(bytes)).block());
    }

    private Mono<byte[]> make(Mono<byte[]> bytes) {
        made.incrementAndGet();
        return bytes;
    }

    private static Moment at(long atLeast, long reached) {
        return new Moment(atLeast, reached, "one");
    }

    private static AskedTable asked(Scope scope, Set<String> hidden, @Nullable Long then) {
        return new AskedTable(TableKind.YEARLY, Reports.everything(), new Sight(scope, hidden), then, false);
    }

    private static KeptAnswers answers(Duration standFor, Duration staleFor) {
        return answers(standFor, NO_TIME, NO_TIME, staleFor);
    }

    private static KeptAnswers answers(Duration standFor, Duration restAtMost, Duration patience, Duration staleFor) {
        return new KeptAnswers(new TablesProperties(standFor, restAtMost, patience, staleFor, MUCH, 1, LONG));
    }
}
