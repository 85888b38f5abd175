package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSourceTest {

    private final TestLedger ledger = TestLedger.open();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void streamGoesAcrossCommitsAndWaitsAtTheTail() throws InterruptedException {
        ledger.engine.appendEvents(TestLedger.events("a", 100));
        ledger.engine.appendEvents(TestLedger.events("b", 3));
        try (BlockingStream<TrackedEventMessage<?>> stream = ledger.source.openStream(null)) {
            assertThat(read(stream, 103))
                    .containsExactlyElementsOf(LongStream.range(0, 103).boxed().toList());
            assertThat(stream.hasNextAvailable()).isFalse();
            assertThat(stream.peek()).isEmpty();
            assertThat(stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();

            ledger.engine.appendEvents(TestLedger.event("c", 0));
            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.peek()).map(TrackedEventMessage::trackingToken).hasValue(token(103));
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(103));
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    /** As Axon's coordinator does, which asks whether there is more while another of its threads may already take. */
    @Test
    void eachEventComesOnceAndInOrderWhileAnotherThreadAsksForMore() throws Exception {
        var events = 2_000;
        try (BlockingStream<TrackedEventMessage<?>> stream = ledger.source.openStream(null)) {
            var asking = new AtomicBoolean(true);
            var asks = Thread.ofPlatform().start(() -> ask(stream, asking));
            var appends = IntStream.range(0, events)
                    .mapToObj(sequence -> ledger.submit("a-" + sequence, 0))
                    .toList();
            assertThat(read(stream, events))
                    .containsExactlyElementsOf(
                            LongStream.range(0, events).boxed().toList());
            appends.forEach(CompletableFuture::join);
            asking.set(false);
            asks.join();
        }
    }

    @Test
    void whatIsNewIsReadOnceForAllStreams() throws InterruptedException {
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        try (BlockingStream<TrackedEventMessage<?>> one = ledger.source.openStream(null);
                BlockingStream<TrackedEventMessage<?>> other = ledger.source.openStream(token(1))) {
            read(one, 3);
            read(other, 1);
            for (int sequence = 3; sequence < 10; sequence++) {
                ledger.engine.appendEvents(TestLedger.event("a", sequence));
                assertThat(one.nextAvailable()).isSameAs(other.nextAvailable());
            }
        }
    }

    @Test
    void streamThatFallsFarBehindTheNewestMissesNothing() throws InterruptedException {
        ledger.engine.appendEvents(TestLedger.event("a", 0));
        try (BlockingStream<TrackedEventMessage<?>> quick = ledger.source.openStream(null);
                BlockingStream<TrackedEventMessage<?>> slow = ledger.source.openStream(null)) {
            read(quick, 1);
            read(slow, 1);
            for (int part = 0; part < 3; part++) {
                ledger.engine.appendEvents(TestLedger.events("b-" + part, 900));
                read(quick, 900);
            }
            assertThat(read(slow, 2_700))
                    .containsExactlyElementsOf(
                            LongStream.range(1, 2_701).boxed().toList());
            ledger.engine.appendEvents(TestLedger.event("c", 0));
            assertThat(slow.nextAvailable()).isSameAs(quick.nextAvailable());
        }
    }

    @Test
    void severalStreamsAtTheTailEachSeeEverythingInOrder() {
        var events = 2_000;
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var seen = IntStream.range(0, 4)
                    .mapToObj(_ -> readers.submit(() -> {
                        try (BlockingStream<TrackedEventMessage<?>> stream = ledger.source.openStream(null)) {
                            return read(stream, events);
                        }
                    }))
                    .toList();
            var appends = IntStream.range(0, events)
                    .mapToObj(sequence -> ledger.submit("a-" + sequence, 0))
                    .toList();
            appends.forEach(CompletableFuture::join);
            assertThat(seen)
                    .allSatisfy(indexes -> assertThat(indexes.get())
                            .containsExactlyElementsOf(
                                    LongStream.range(0, events).boxed().toList()));
        }
    }

    /** As after a change of the primary, whose majority may know less for a moment. */
    @Test
    void streamGoesOnLookingForWhatTheTailKnowsAndIsNotFoundYet() throws Exception {
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        ledger.tail.advanceTo(4);
        BlockingStream<TrackedEventMessage<?>> stream = ledger.source.openStream(token(2));
        var taken = new FutureTask<>(stream::nextAvailable);
        var takes = Thread.ofPlatform().daemon().start(taken);
        Eventually.until(
                "it looks",
                () -> Stream.of(takes.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(NewestEvents.class.getName())));
        ledger.engine.appendEvents(TestLedger.event("a", 3));
        assertThat(taken.get(20, TimeUnit.SECONDS).trackingToken()).isEqualTo(token(3));
        stream.close();
    }

    private static void ask(BlockingStream<TrackedEventMessage<?>> stream, AtomicBoolean asking) {
        while (asking.get()) {
            stream.hasNextAvailable();
        }
    }

    @Test
    void streamStartsInTheMiddleOfACommit() throws InterruptedException {
        ledger.engine.appendEvents(TestLedger.events("a", 10));
        ledger.engine.appendEvents(TestLedger.events("b", 2));
        for (long seen = -1; seen < 11; seen++) {
            try (BlockingStream<TrackedEventMessage<?>> stream = ledger.source.openStream(token(seen))) {
                assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(seen + 1));
            }
        }
    }

    @Test
    void streamOfAReplayStartsWhereTheReplayIs() throws InterruptedException {
        ledger.engine.appendEvents(TestLedger.events("a", 10));
        TrackingToken replay = ReplayToken.createReplayToken(token(9), token(3));
        try (BlockingStream<TrackedEventMessage<?>> stream = ledger.source.openStream(replay)) {
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(4));
        }
    }

    @Test
    void tokenOfAnotherStoreIsRefused() {
        TrackingToken foreign = GapAwareTrackingToken.newInstance(3, Collections.emptySet());
        assertThatThrownBy(() -> ledger.source.openStream(foreign)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tokensStandAtTheTailTheHeadAndATime() {
        assertThat(ledger.source.createHeadToken()).isEqualTo(ledger.source.createTailToken());
        ledger.engine.appendEvents(
                TestLedger.event("a", 0, "early", Instant.parse("2026-01-01T00:00:00Z")),
                TestLedger.event("a", 1, "late", Instant.parse("2026-01-02T00:00:00Z")));

        assertThat(ledger.source.createTailToken()).isEqualTo(token(-1));
        assertThat(ledger.source.createHeadToken()).isEqualTo(token(1));
        assertThat(ledger.source.createTokenAt(Instant.parse("2025-01-01T00:00:00Z")))
                .isEqualTo(token(-1));
        assertThat(ledger.source.createTokenAt(Instant.parse("2026-01-01T00:00:00Z")))
                .isEqualTo(token(-1));
        assertThat(ledger.source.createTokenAt(Instant.parse("2026-01-01T00:00:00.000001Z")))
                .isEqualTo(token(0));
        assertThat(ledger.source.createTokenAt(Instant.parse("2026-01-03T00:00:00Z")))
                .isEqualTo(token(1));
        assertThat(ledger.source.createTokenAt(Instant.MAX)).isEqualTo(token(1));
        assertThat(ledger.source.createTokenAt(Instant.MIN)).isEqualTo(token(-1));
    }

    @Test
    void callbackTellsOfNewEvents() {
        AtomicInteger told = new AtomicInteger();
        BlockingStream<TrackedEventMessage<?>> stream = ledger.source.openStream(null);
        assertThat(stream.setOnAvailableCallback(told::incrementAndGet)).isTrue();

        ledger.engine.appendEvents(TestLedger.event("a", 0));
        Eventually.until("the callback is run", () -> told.get() == 1);

        stream.close();
        ledger.engine.appendEvents(TestLedger.event("a", 1));
        Eventually.until("the tail knows", () -> ledger.tail.position() == 2);
        assertThat(told).hasValue(1);
    }

    @Test
    void missingCommitStopsTheStream() throws InterruptedException {
        for (int sequence = 0; sequence < 3; sequence++) {
            ledger.engine.appendEvents(TestLedger.event("a", sequence));
        }
        ledger.database.getCollection(LedgerCollection.NAME).deleteOne(new Document("_id", 1L));

        try (BlockingStream<TrackedEventMessage<?>> stream = ledger.source.openStream(null)) {
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(0));
            assertThatThrownBy(stream::nextAvailable)
                    .isInstanceOf(BrokenLedger.class)
                    .hasMessage("Index 1 is expected, and 2 was found");
        }
    }

    /** Of a stream near to the tail and of one far behind it. */
    @ParameterizedTest
    @ValueSource(ints = {600, 1_600})
    void cursorThatTheServerHasLostIsOpenedAgain(int events) throws InterruptedException {
        for (int sequence = 1; sequence < events; sequence++) {
            ledger.submit("a-" + sequence, 0);
        }
        ledger.submit("last", 0).join();
        TestLedger small = ledger.another(withReadBatch(2));
        try (small;
                BlockingStream<TrackedEventMessage<?>> stream = small.source.openStream(null)) {
            read(stream, 10);
            small.fail(
                    new Document("times", 1), new Document("failCommands", List.of("getMore")).append("errorCode", 43));
            assertThat(read(stream, events - 10))
                    .isEqualTo(LongStream.range(10, events).boxed().toList());
        }
    }

    @Test
    void pooledProcessorSeesEveryEventOnceInOrder() {
        ledger.engine.appendEvents(TestLedger.events("a", 300));
        Seen seen = new Seen();
        Configuration axon = DefaultConfigurer.defaultConfiguration()
                .eventProcessing(processing -> processing
                        .registerTokenStore(c -> new InMemoryTokenStore())
                        .registerPooledStreamingEventProcessor(
                                "seen", c -> ledger.source, (c, p) -> p.initialSegmentCount(1))
                        .assignHandlerInstancesMatching("seen", handler -> true)
                        .registerEventHandler(c -> seen))
                .buildConfiguration();
        axon.start();
        try {
            Eventually.until("the replay is through", () -> seen.indexes().size() >= 300);
            ledger.engine.appendEvents(TestLedger.events("b", 5));
            Eventually.until("the new events are seen", () -> seen.indexes().size() >= 305);
        } finally {
            axon.shutdown();
        }
        assertThat(seen.indexes()).isEqualTo(LongStream.range(0, 305).boxed().toList());
    }

    private LedgerProperties withReadBatch(int readBatch) {
        LedgerProperties base = TestLedger.polling();
        return new LedgerProperties(
                true,
                base.maxBatch(),
                base.giveUpAfter(),
                base.attemptTimeout(),
                false,
                base.pollMin(),
                base.pollMax(),
                readBatch);
    }

    private static List<Long> read(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        List<Long> indexes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            indexes.add(stream.nextAvailable().trackingToken().position().orElseThrow());
        }
        return indexes;
    }

    private static TrackingToken token(long index) {
        return new GlobalSequenceTrackingToken(index);
    }

    private static final class Seen {

        private final List<Long> indexes = Collections.synchronizedList(new ArrayList<>());

        @EventHandler
        void on(Noted event, TrackingToken token) {
            indexes.add(token.position().orElseThrow());
        }

        List<Long> indexes() {
            synchronized (indexes) {
                return List.copyOf(indexes);
            }
        }
    }
}
