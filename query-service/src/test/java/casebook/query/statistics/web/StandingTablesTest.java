package casebook.query.statistics.web;

import static casebook.query.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.http.Scope;
import casebook.mongod.SharedMongod;
import casebook.query.projection.Reading;
import casebook.query.statistics.Reports;
import casebook.query.statistics.Sight;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class StandingTablesTest {

    private static final Duration LONG = Duration.ofDays(1);
    private static final Duration NO_TIME = Duration.ZERO;
    private static final int MUCH = 1000;
    private static final byte[] ANSWER = new byte[10];

    private static MongoClient client;

    private final AtomicInteger made = new AtomicInteger();

    @BeforeAll
    static void connect() {
        client = MongoClients.create(SharedMongod.connectionString());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void positionStandsForItsTimeAndForNobodyWhoNeedsALaterOne() {
        var tables = StandingTables.at(reading(7, 1), MUCH);
        assertThat(tables.standsFor(reading(9, 1), 7, LONG)).isTrue();
        assertThat(tables.standsFor(reading(9, 1), 8, LONG)).isFalse();
        assertThat(tables.standsFor(reading(9, 1), 0, NO_TIME)).isFalse();
    }

    @Test
    void positionStandsWhileTheLedgerDoes() {
        var tables = StandingTables.at(reading(7, 1), MUCH);
        assertThat(tables.standsFor(reading(7, 1), 7, NO_TIME)).isTrue();
    }

    @Test
    void positionThatAReadingHasNotReachedIsNotItsOwn() {
        var tables = StandingTables.at(reading(7, 1), MUCH);
        assertThat(tables.standsFor(reading(6, 1), 0, LONG)).isFalse();
        assertThat(tables.isAheadOf(reading(6, 1))).isTrue();
        assertThat(tables.isAheadOf(reading(6, 2))).isFalse();
    }

    @Test
    void answersOfOneGenerationAreNotThoseOfAnother() {
        var tables = StandingTables.at(reading(7, 1), MUCH);
        assertThat(tables.standsFor(reading(7, 2), 7, LONG)).isFalse();
    }

    @Test
    void questionIsAnsweredOnceForAllWhoAskIt() {
        var tables = StandingTables.at(reading(7, 1), MUCH);
        var sink = Sinks.<byte[]>one();
        var first = tables.answer(question(new Scope.All(), Set.of()), () -> make(sink.asMono()))
                .toFuture();
        var second = tables.of(reading(8, 1))
                .answer(question(new Scope.All(), Set.of()), () -> make(sink.asMono()))
                .toFuture();
        first.cancel(true);
        sink.tryEmitValue(ANSWER).orThrow();
        assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(ANSWER);
        assertThat(made).hasValue(1);
    }

    @Test
    void whoSeesOtherThingsAsksAnotherQuestion() {
        var tables = StandingTables.at(reading(7, 1), MUCH);
        ask(tables, question(new Scope.All(), Set.of()), Mono.just(ANSWER));
        ask(tables, question(new Scope.All(), Set.of("a case")), Mono.just(ANSWER));
        ask(tables, question(new Scope.OfProvince(Reports.LANG_SON), Set.of()), Mono.just(ANSWER));
        assertThat(made).hasValue(3);
    }

    @Test
    void failureIsNotKept() throws Throwable {
        var tables = StandingTables.at(reading(7, 1), MUCH);
        var question = question(new Scope.All(), Set.of());
        assertThatThrownBy(() -> ask(tables, question, Mono.error(new IllegalStateException("mongod is away"))))
                .hasMessageContaining("mongod is away");
        eventually(() ->
                assertThatCode(() -> ask(tables, question, Mono.just(ANSWER))).doesNotThrowAnyException());
        assertThat(made).hasValue(2);
    }

    @Test
    void answerIsMadeWhereTheKeptOnesAreNotLocked() {
        var tables = StandingTables.at(reading(7, 1), MUCH);
        var makers = new ArrayList<Thread>();
        tables.compressed(question(new Scope.All(), Set.of()), () -> {
                    makers.add(Thread.currentThread());
                    return Mono.just(ANSWER);
                })
                .block();
        assertThat(makers).hasSize(1).doesNotContain(Thread.currentThread());
    }

    @Test
    void answersAreKeptUpToTheirBytes() {
        var tables = StandingTables.at(reading(7, 1), MUCH);
        for (int position = 0; position < MUCH; position++) {
            ask(
                    tables,
                    new TableQuestion(
                            TableKind.YEARLY, Reports.everything(), new Sight(new Scope.All(), Set.of()), position),
                    Mono.just(ANSWER));
        }
        tables.answers().synchronous().cleanUp();
        assertThat(tables.answers().synchronous().estimatedSize()).isPositive().isLessThanOrEqualTo(MUCH / 10);
    }

    private void ask(StandingTables tables, TableQuestion question, Mono<byte[]> answer) {
        assertThat(tables.answer(question, () -> make(answer)).block()).isEqualTo(ANSWER);
    }

    private Mono<byte[]> make(Mono<byte[]> answer) {
        made.incrementAndGet();
        return answer;
    }

    private static TableQuestion question(Scope scope, Set<String> hidden) {
        return new TableQuestion(TableKind.YEARLY, Reports.everything(), new Sight(scope, hidden), 7);
    }

    private static Reading reading(long position, int generation) {
        return new Reading() {
            @Override
            public long position() {
                return position;
            }

            @Override
            public MongoCollection<Document> collection(String baseName) {
                return client.getDatabase("standing").getCollection(baseName + ".g" + generation);
            }
        };
    }
}
