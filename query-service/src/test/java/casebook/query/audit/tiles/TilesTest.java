package casebook.query.audit.tiles;

import static casebook.transparency.TileAddress.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.http.ProblemException;
import casebook.ledger.LedgerProperties;
import casebook.ledger.LedgerTail;
import casebook.query.Eventually;
import casebook.transparency.ConsistencyProof;
import casebook.transparency.Hash;
import casebook.transparency.HashTile;
import casebook.transparency.InclusionProof;
import casebook.transparency.ProofCheck;
import casebook.transparency.TileAddress.OfEntries;
import casebook.transparency.TileAddress.OfHashes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TilesTest {

    private static final class Killed extends RuntimeException {}

    @Property(tries = 5)
    void storedTilesAreThoseOfTheTreeWheneverABuilderIsKilled(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 400) Integer> commits,
            @ForAll @IntRange(max = 3) int tilesPerLife) {
        try (var ledger = new RawLedger()) {
            for (var commit : commits) {
                ledger.add(commit);
                dieAfter(tilesPerLife, ledger);
            }
            build(ledger);
            assertStored(ledger);
        }
    }

    @Test
    void everyLevelIsBuiltBySeveralInstancesAtOnceAndAfterAKillInBetween() {
        try (var ledger = large()) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> build(ledger)),
                            CompletableFuture.runAsync(() -> build(ledger)))
                    .join();
            assertStored(ledger);
            // As if killed between the tile of level 1 and that of level 0 which completes it.
            ledger.feed()
                    .database()
                    .getCollection("tiles")
                    .deleteMany(new Document("_id", new Document("$gte", id(0, 255)).append("$lt", id(1, 0))));
            build(ledger);
            assertStored(ledger);
            assertThat(store(ledger).tile(1, 0)).isPresent();
            assertEveryTileAndProof(ledger);
        }
    }

    @Test
    void followerKeepsUpAndItsGaugesSayHowFarItIs() throws Throwable {
        try (var ledger = new RawLedger();
                var running = new Running(ledger)) {
            ledger.add(300, 300, 10);
            Eventually.eventually(() -> {
                assertThat(running.gauge("casebook.tiles.position")).isEqualTo(512);
                assertThat(running.gauge("casebook.tiles.lag.events")).isEqualTo(98);
            });
            ledger.add(200);
            Eventually.eventually(() -> assertThat(store(ledger).leafTiles()).isEqualTo(3));
        }
    }

    @Test
    void followerGoesOnWhenTheLedgerIsWholeAgain() throws Throwable {
        try (var ledger = new RawLedger()) {
            ledger.add(100, 100, 100);
            var commits = ledger.feed().database().getCollection("ledger");
            var lost = commits.findOneAndDelete(new Document("_id", 100L));
            try (var running = new Running(ledger)) {
                Eventually.eventually(() ->
                        assertThat(running.counter("casebook.tiles.failures")).isPositive());
                commits.insertOne(lost);
                Eventually.eventually(
                        () -> assertThat(store(ledger).leafTiles()).isEqualTo(1));
            }
            assertStored(ledger);
        }
    }

    @Test
    void whatTheLedgerHasLostIsAProblemNotAShortTile() {
        try (var ledger = new RawLedger();
                var running = new Running(ledger)) {
            ledger.add(10);
            assertThatThrownBy(() -> running.tiles().hashes(new OfHashes(0, 0, 11)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("ledger-broken");
            assertThatThrownBy(() -> running.tiles().entries(new OfEntries(0, 11)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("ledger-broken");
        }
    }

    private static void assertEveryTileAndProof(RawLedger ledger) {
        try (var running = new Running(ledger)) {
            var leaves = ledger.leaves();
            assertTile(running, leaves, 0, 0, FULL);
            assertTile(running, leaves, 0, 3, 17);
            assertTile(running, leaves, 0, 256, 255);
            assertTile(running, leaves, 0, 258, 9);
            assertTile(running, leaves, 1, 0, 1);
            assertTile(running, leaves, 1, 0, FULL);
            assertTile(running, leaves, 1, 1, 2);
            assertTile(running, leaves, 2, 0, 1);
            var random = new Random(1);
            for (int i = 0; i < 12; i++) {
                assertProofs(running, leaves, random);
            }
        }
    }

    private static void assertProofs(Running running, List<Hash> leaves, Random random) {
        var size = 1 + random.nextInt(leaves.size());
        var smaller = 1 + random.nextInt(size);
        var index = random.nextInt(size);
        var root = RawLedger.root(leaves.subList(0, size));
        var tree = running.tiles().tree(size);
        assertThat(InclusionProof.of(index, size, tree).check(leaves.get(index), root))
                .as("event %d of %d", index, size)
                .isEqualTo(ProofCheck.HOLDS);
        assertThat(ConsistencyProof.of(smaller, size, tree).check(RawLedger.root(leaves.subList(0, smaller)), root))
                .as("from %d to %d", smaller, size)
                .isEqualTo(ProofCheck.HOLDS);
    }

    private static void assertTile(Running running, List<Hash> leaves, int level, int index, int width) {
        assertThat(running.tiles().hashes(new OfHashes(level, index, width)).hashes())
                .as("tile %d of level %d, %d wide", index, level, width)
                .isEqualTo(RawLedger.level(leaves, level).subList(index * FULL, index * FULL + width));
    }

    private static void assertStored(RawLedger ledger) {
        var leaves = ledger.leaves();
        var store = store(ledger);
        for (int level = 0; level < 3; level++) {
            var hashes = RawLedger.level(leaves, level);
            var tiles = hashes.size() / FULL;
            for (int index = 0; index < tiles; index++) {
                assertThat(store.tile(level, index))
                        .as("tile %d of level %d", index, level)
                        .contains(new HashTile(hashes.subList(index * FULL, (index + 1) * FULL)));
            }
            assertThat(store.tile(level, tiles)).isEmpty();
            assertThat(store.roots(level, 0, tiles + 1))
                    .isEqualTo(RawLedger.level(leaves, level + 1).subList(0, tiles));
        }
        assertThat(store.leafTiles()).isEqualTo(leaves.size() / FULL);
    }

    /** 66,057 events: a whole tile of level 1 and the beginning of a second. */
    private static RawLedger large() {
        var ledger = new RawLedger();
        ledger.add(IntStream.generate(() -> 4096).limit(16).toArray());
        ledger.add(500, 21);
        return ledger;
    }

    private static void dieAfter(int tiles, RawLedger ledger) {
        var before = store(ledger).leafTiles();
        try {
            builder(ledger).build(ledger.size(), stored -> {
                if (stored - before >= tiles) {
                    throw new Killed();
                }
            });
        } catch (Killed asIntended) {
            assertThat(store(ledger).leafTiles()).isEqualTo(before + tiles);
        }
    }

    private static void build(RawLedger ledger) {
        builder(ledger).build(ledger.size(), _ -> {});
    }

    private static TileBuilder builder(RawLedger ledger) {
        return new TileBuilder(ledger.feed().reader(), store(ledger));
    }

    private static TileStore store(RawLedger ledger) {
        return new TileStore(ledger.feed().database());
    }

    private static Document id(int level, long index) {
        return new Document("level", level).append("index", index);
    }

    /** Tiles with a follower behind them. */
    private static final class Running implements AutoCloseable {

        private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
        private final LedgerTail tail;
        private final TileFollower follower;
        private final LogTiles tiles;

        private Running(RawLedger ledger) {
            tail = new LedgerTail(ledger.feed().database(), LedgerProperties.DEFAULTS, registry);
            follower = new TileFollower(tail, builder(ledger), registry);
            tiles = new LogTiles(ledger.feed().reader(), store(ledger), follower);
            follower.start();
        }

        LogTiles tiles() {
            return tiles;
        }

        double gauge(String name) {
            return registry.get(name).gauge().value();
        }

        double counter(String name) {
            return registry.get(name).counter().count();
        }

        @Override
        public void close() {
            follower.close();
            tail.close();
        }
    }
}
