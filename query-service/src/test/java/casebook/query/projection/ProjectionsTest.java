package casebook.query.projection;

import static casebook.query.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.events.CaseId;
import casebook.http.ProblemException;
import casebook.ledger.TokenSerializer;
import casebook.query.LedgerFeed;
import casebook.query.Sample;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ProjectionsTest {

    private final LedgerFeed feed = new LedgerFeed();
    private final NoteCounts counts = new NoteCounts();
    private final CaseId first = Sample.caseFile();
    private final CaseId second = Sample.caseFile();

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void followsTheLedgerToItsHead() {
        try (var machine = new Machine(feed, counts, 1000)) {
            var position = notes(first, 3);
            assertThat(machine.count(first.toString(), position)).isEqualTo(3);
            position = notes(first, 1);
            assertThat(machine.count(first.toString(), position)).isEqualTo(4);
        }
    }

    @Test
    void positionMovesWithEventsThatTheProjectionDoesNotCareFor() {
        try (var machine = new Machine(feed, counts, 1000)) {
            var position = feed.append(Sample.station("VN-09-A", "VN-09"));
            assertThat(machine.count(first.toString(), position)).isZero();
        }
    }

    @Test
    void batchProcessedTwiceChangesNothing() throws Throwable {
        long position;
        try (var machine = new Machine(feed, counts, 10)) {
            position = notes(first, 25);
            assertThat(machine.count(first.toString(), position)).isEqualTo(25);
        }
        feed.database().getCollection(Processors.TOKENS).deleteMany(new Document());
        try (var machine = new Machine(feed, counts, 7)) {
            position = notes(first, 1);
            var last = position;
            eventually(() -> assertThat(token()).contains(Long.toString(last - 1)));
            assertThat(machine.count(first.toString(), position)).isEqualTo(26);
        }
    }

    @Test
    void crashBetweenDocumentsAndTokenCountsNothingTwice() throws Throwable {
        var crashes = new AtomicInteger(1);
        var position = notes(first, 30);
        try (var machine = new Machine(feed, counts, 10, tokens -> crashing(tokens, crashes))) {
            eventually(() -> assertThat(machine.status().position()).isEqualTo(position));
            assertThat(crashes).hasNonPositiveValue();
            assertThat(machine.count(first.toString(), position)).isEqualTo(30);
        }
    }

    @Test
    void poisonedEventWaitsWithItsSequenceWhileOthersGoOn() {
        notes(first, 3);
        counts.poison.add("bad");
        feed.append(Sample.note(first, "bad"), Sample.note(first, "good after bad"));
        var position = notes(second, 5);
        try (var machine = new Machine(feed, counts, 4)) {
            assertThat(machine.count(second.toString(), position)).isEqualTo(5);
            assertThat(machine.count(first.toString(), position)).isEqualTo(3);
            assertThat(machine.status().deadLetters()).isEqualTo(2);

            machine.projections.processDeadLetters("notes");
            assertThat(machine.status().deadLetters()).isEqualTo(2);

            counts.poison.clear();
            machine.projections.processDeadLetters("notes");
            assertThat(machine.status().deadLetters()).isZero();
            assertThat(machine.count(first.toString(), position)).isEqualTo(5);

            position = feed.append(Sample.note(first, "one more"));
            assertThat(machine.count(first.toString(), position)).isEqualTo(6);
        }
    }

    @Test
    void caseThatBecomesTooLargeWaitsWhileOthersGoOn() throws Throwable {
        notes(first, 3);
        feed.append(Sample.note(first, NoteCounts.BLOAT), Sample.note(first, "one more"));
        var position = notes(second, 5);
        try (var machine = new Machine(feed, counts, 4)) {
            eventually(() -> assertThat(machine.status().position()).isEqualTo(position));
            assertThat(machine.count(second.toString(), position)).isEqualTo(5);
            assertThat(machine.count(first.toString(), position)).isEqualTo(3);
            assertThat(machine.status().deadLetters()).isEqualTo(2);
        }
    }

    @Test
    void failureToWriteEarlyRepeatsTheBatchAndMakesNoDeadLetter() throws Throwable {
        counts.failures.set(1);
        var position = notes(first, 5);
        try (var machine = new Machine(feed, counts, 4)) {
            eventually(() -> assertThat(machine.status().position()).isEqualTo(position));
            assertThat(machine.count(first.toString(), position)).isEqualTo(5);
            assertThat(counts.failures).hasValue(0);
            assertThat(machine.status().deadLetters()).isZero();
        }
    }

    @Test
    void rebuildLeavesTheOldServingUntilItHasCaughtUp() throws Throwable {
        try (var machine = new Machine(feed, counts, 10)) {
            machine.count(first.toString(), notes(first, 15));
            counts.rebuilding.drainPermits();
            assertThat(machine.projections.rebuild("notes").orElseThrow().building())
                    .isEqualTo(2);

            var position = notes(first, 1);
            assertThat(machine.count(first.toString(), position)).isEqualTo(16);
            assertThat(machine.status().serving()).isEqualTo(1);
            assertThat(machine.status().done()).isFalse();

            counts.rebuilding.release(1000);
            eventually(() -> assertThat(machine.status().serving()).isEqualTo(2));
            assertThat(machine.status().done()).isTrue();
            assertThat(machine.count(first.toString(), notes(first, 1))).isEqualTo(17);
            eventually(
                    () -> assertThat(collections()).contains("note_counts.g2").doesNotContain("note_counts.g1"));
            eventually(() -> assertThat(feed.database()
                            .getCollection(Processors.TOKENS)
                            .countDocuments(new Document("processorName", "notes.g1")))
                    .isZero());
        }
    }

    @Test
    void rebuildGoesOnAfterARestartWhereItStood() throws Throwable {
        notes(first, 40);
        counts.rebuilding.drainPermits();
        counts.rebuilding.release(2);
        try (var machine = new Machine(feed, counts, 10)) {
            machine.projections.rebuild("notes");
            eventually(() -> {
                assertThat(counts.rebuilding.availablePermits()).isZero();
                assertThat(machine.status().position()).isPositive();
            });
        }
        var reached = progress().of(new Generation("notes", 1, 2));
        counts.rebuilt.set(0);
        counts.rebuilding.release(1000);
        try (var machine = new Machine(feed, counts, 10)) {
            eventually(() -> assertThat(machine.status().serving()).isEqualTo(2));
            assertThat(machine.count(first.toString(), 40)).isEqualTo(40);
            assertThat(counts.rebuilt).hasValue((int) (40 - reached));
        }
    }

    @Test
    void anotherInstanceTakesOverWhenOneStops() throws Throwable {
        var position = notes(first, 5);
        var one = new Machine(feed, counts, 10, "one");
        try (var two = new Machine(feed, counts, 10, "two")) {
            assertThat(two.count(first.toString(), position)).isEqualTo(5);
            one.close();
            notes(first, 5);
            eventually(() -> assertThat(two.status().position()).isEqualTo(10));
            assertThat(two.count(first.toString(), 10)).isEqualTo(10);
        }
    }

    @Test
    void rebuildThatOneInstanceBeginsIsServedByAll() throws Throwable {
        var position = notes(first, 5);
        try (var one = new Machine(feed, counts, 10, "one");
                var two = new Machine(feed, counts, 10, "two")) {
            two.projections.rebuild("notes");
            eventually(() -> assertThat(one.status().serving()).isEqualTo(2));
            eventually(() -> assertThat(two.status().serving()).isEqualTo(2));
            eventually(() -> assertThat(collections()).doesNotContain("note_counts.g1"));
            position = notes(first, 5);
            assertThat(one.count(first.toString(), position)).isEqualTo(10);
            assertThat(two.count(first.toString(), position)).isEqualTo(10);
        }
    }

    @Test
    void newFormOfTheDocumentsIsFilledBesideTheOldOne() throws Throwable {
        var position = notes(first, 5);
        try (var old = new Machine(feed, counts, 10, "old")) {
            assertThat(old.count(first.toString(), position)).isEqualTo(5);
            try (var next = new Machine(feed, new NoteCounts(2), 10, "next")) {
                position = notes(first, 1);
                assertThat(next.count(first.toString(), position)).isEqualTo(6);
                assertThat(collections()).contains("note_counts.g1", "note_counts.f2.g1");

                next.projections.rebuild("notes");
                eventually(() -> assertThat(next.status().serving()).isEqualTo(2));
                position = notes(first, 1);
                assertThat(next.count(first.toString(), position)).isEqualTo(7);
                assertThat(old.count(first.toString(), position)).isEqualTo(7);
                assertThat(old.status().serving()).isEqualTo(1);
            }
        }
    }

    @Test
    void readThatAsksForTooMuchIsToldToTryAgain() {
        try (var machine = new Machine(feed, counts, 10, UnaryOperator.identity(), Duration.ofMillis(500))) {
            var position = notes(first, 1);
            assertThatThrownBy(() -> machine.count(first.toString(), position + 1))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().slug()).isEqualTo("projection-behind"));
        }
    }

    @Test
    void allWhoWaitLookTogether() {
        try (var machine = new Machine(feed, counts, 10, UnaryOperator.identity(), Duration.ofSeconds(1))) {
            var waiting = 300;
            Flux.range(0, waiting)
                    .flatMap(
                            _ -> machine.models
                                    .reached(1, "notes")
                                    .onErrorResume(ProblemException.class, _ -> Mono.empty()),
                            waiting)
                    .blockLast();
            assertThat(machine.finds).hasValueBetween(waiting + 1, 2 * waiting);
        }
    }

    @Test
    void readWaitsUntilItsPositionIsReached() {
        try (var machine = new Machine(feed, counts, 10)) {
            var waiting =
                    machine.models.reached(3, "notes").map(Reading::position).toFuture();
            assertThat(waiting).isNotDone();
            notes(first, 3);
            assertThat(waiting).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(3L);
        }
    }

    @Test
    void lagAndDeadLettersAreMeasured() throws Throwable {
        counts.poison.add("note 0");
        notes(first, 2);
        try (var machine = new Machine(feed, counts, 10)) {
            eventually(() -> {
                assertThat(gauge(machine, "casebook.projection.position")).isEqualTo(2);
                assertThat(gauge(machine, "casebook.projection.lag.events")).isZero();
                assertThat(gauge(machine, "casebook.projection.lag.seconds")).isZero();
                assertThat(gauge(machine, "casebook.projection.dead.letters")).isEqualTo(2);
            });
        }
    }

    private static double gauge(Machine machine, String name) {
        var gauge = machine.metrics.find(name).tag("projection", "notes").gauge();
        assertThat(gauge).isNotNull();
        return Objects.requireNonNull(gauge).value();
    }

    private long notes(CaseId caseFile, int count) {
        long position = 0;
        for (int i = 0; i < count; i++) {
            position = feed.append(Sample.note(caseFile, "note " + i));
        }
        return position;
    }

    private List<String> collections() {
        return feed.database().listCollectionNames().into(new ArrayList<>());
    }

    private String token() {
        var token = feed.database()
                .getCollection(Processors.TOKENS)
                .find(new Document("processorName", "notes.g1"))
                .first();
        return token == null || token.get("token") == null
                ? ""
                : new String(token.get("token", Binary.class).getData(), StandardCharsets.UTF_8);
    }

    /** Fails instead of storing a token, some times. */
    private static TokenStore crashing(TokenStore tokens, AtomicInteger crashes) {
        return (TokenStore) Proxy.newProxyInstance(
                TokenStore.class.getClassLoader(), new Class<?>[] {TokenStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("storeToken") && crashes.getAndDecrement() > 0) {
                        throw new IllegalStateException("crash before the token is stored");
                    }
                    try {
                        return method.invoke(tokens, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Progress progress() {
        return new Progress(feed.database(), new TokenSerializer(feed.serializer()));
    }
}
