package casebook.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {

    private static final int SIZE = 70_000;
    private static final NaiveTree TREE = NaiveTree.ofSize(SIZE);
    private static final Hash ROOT = TREE.root();
    private static final Map<TileAddress.OfHashes, HashTile> TILES = tiles(SIZE);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 1, 5, tile/0/001.p/5",
        "5, 123456078, 256, tile/5/x123/x456/078",
        "5, 123456078, 2, tile/5/x123/x456/078.p/2",
        "0, 3057500, 256, tile/0/x003/x057/500",
        "1, 1234067, 8, tile/1/x001/x234/067.p/8",
        "63, 999, 255, tile/63/999.p/255",
        "0, 36028797018963967, 255, tile/0/x036/x028/x797/x018/x963/967.p/255",
    })
    void hashTilesHavePathsInGroupsOfThreeDigits(int level, long index, int width, String path) {
        TileAddress tile = new TileAddress.OfHashes(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(TileAddress.parse(path)).isEqualTo(tile);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 256, tile/entries/000",
        "1000, 1, tile/entries/x001/000.p/1",
    })
    void bundlesOfEntriesHavePathsOfTheirOwn(long index, int width, String path) {
        TileAddress bundle = new TileAddress.OfEntries(index, width);
        assertThat(bundle.path()).isEqualTo(path);
        assertThat(TileAddress.parse(path)).isEqualTo(bundle);
        assertThat(new TileAddress.OfEntries(index, width).begin()).isEqualTo(index * 256);
    }

    @Property
    void everyPathIsReadAsItWasWritten(
            @ForAll @IntRange(max = 63) int level,
            @ForAll @LongRange(max = Long.MAX_VALUE / 256) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        TileAddress tile = new TileAddress.OfHashes(level, index, width);
        assertThat(TileAddress.parse(tile.path())).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0",
                "/tile/0/000",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/x000/001",
                "tile/0/001/067",
                "tile/0/x001/x067",
                "tile/00/000",
                "tile/01/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/data/000",
                "tile/0/-01",
                "tile/0/000.p/0",
                "tile/0/000.p/00",
                "tile/0/000.p/05",
                "tile/0/000.p/256",
                "tile/0/000.p/999",
                "tile/0/000.p/-1",
                "tile/0/000.p/",
                "tile/0/000.p",
                "tile/0/000/",
                "tile/0/000\n",
                "tile/entries/x036/x028/x797/x018/x963/968",
                "tile/entries/x999/x999/x999/x999/x999/x999/999",
                "tile/entries/x001/x999/x999/x999/x999/x999/x999/999",
            })
    void whatIsNoPathOfATileIsRefused(String path) {
        assertThatThrownBy(() -> TileAddress.parse(path)).isInstanceOf(Malformed.class);
    }

    @Test
    void treeOfTheSpecificationHasItsTiles() {
        Map<Integer, Long> full = TILES.keySet().stream()
                .filter(tile -> !tile.isPartial())
                .collect(Collectors.groupingBy(TileAddress.OfHashes::level, Collectors.counting()));
        assertThat(full).isEqualTo(Map.of(0, 273L, 1, 1L));
        assertThat(TILES.keySet().stream().filter(TileAddress::isPartial))
                .containsExactlyInAnyOrder(
                        new TileAddress.OfHashes(0, 273, 112),
                        new TileAddress.OfHashes(1, 1, 17),
                        new TileAddress.OfHashes(2, 0, 1));
    }

    @Test
    void treeThatEndsWithAFullTileHasNoEmptyOne() {
        assertThat(tiles(256).keySet())
                .containsExactlyInAnyOrder(new TileAddress.OfHashes(0, 0, 256), new TileAddress.OfHashes(1, 0, 1));
    }

    @Test
    void tilesExistUpToTheEndOfTheLog() {
        assertThat(new TileAddress.OfHashes(0, 273, 112).existsIn(SIZE)).isTrue();
        assertThat(new TileAddress.OfHashes(0, 273, 1).existsIn(SIZE)).isTrue();
        assertThat(new TileAddress.OfHashes(0, 273, 113).existsIn(SIZE)).isFalse();
        assertThat(new TileAddress.OfHashes(0, 273, 256).existsIn(SIZE)).isFalse();
        assertThat(new TileAddress.OfHashes(0, 274, 1).existsIn(SIZE)).isFalse();
        assertThat(new TileAddress.OfHashes(1, 1, 17).existsIn(SIZE)).isTrue();
        assertThat(new TileAddress.OfHashes(1, 1, 18).existsIn(SIZE)).isFalse();
        assertThat(new TileAddress.OfHashes(2, 0, 1).existsIn(SIZE)).isTrue();
        assertThat(new TileAddress.OfHashes(2, 0, 2).existsIn(SIZE)).isFalse();
        assertThat(new TileAddress.OfHashes(8, 0, 1).existsIn(Long.MAX_VALUE)).isFalse();
        assertThat(new TileAddress.OfHashes(7, 0, 127).existsIn(Long.MAX_VALUE)).isTrue();
        assertThat(new TileAddress.OfEntries(273, 112).existsIn(SIZE)).isTrue();
        assertThat(new TileAddress.OfEntries(273, 113).existsIn(SIZE)).isFalse();
        assertThat(new TileAddress.OfEntries(0, 1).existsIn(0)).isFalse();
    }

    @Test
    void widthCanBeChanged() {
        assertThat(new TileAddress.OfHashes(1, 2, 3).withWidth(256)).isEqualTo(new TileAddress.OfHashes(1, 2, 256));
        assertThat(new TileAddress.OfEntries(2, 3).withWidth(4)).isEqualTo(new TileAddress.OfEntries(2, 4));
    }

    @Property(tries = 100)
    void proofsFromTilesHold(@ForAll @IntRange(max = SIZE - 1) int index) {
        TileHashes hashes = new TileHashes(SIZE, TILES::get);
        assertThat(InclusionProof.of(index, SIZE, hashes).check(TREE.leaves().get(index), ROOT))
                .isEqualTo(ProofCheck.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 65_535, 65_536, 65_537, 69_999})
    void consistencyProofsFromTilesHold(int from) {
        TileHashes hashes = new TileHashes(SIZE, TILES::get);
        assertThat(ConsistencyProof.of(from, SIZE, hashes)
                        .check(TREE.first(from).root(), ROOT))
                .isEqualTo(ProofCheck.HOLDS);
    }

    @Test
    void rootFollowsFromTheTiles() {
        assertThat(new LeafRange(0, SIZE).hash(new TileHashes(SIZE, TILES::get)))
                .isEqualTo(ROOT);
    }

    @Test
    void proofReadsEachTileOnce() {
        Map<TileAddress, Integer> reads = new HashMap<>();
        TileHashes hashes = new TileHashes(SIZE, address -> {
            reads.merge(address, 1, Integer::sum);
            return TILES.get(address);
        });
        InclusionProof.of(12_345, SIZE, hashes);
        assertThat(reads.values()).containsOnly(1).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void tileOfAnotherWidthThanAskedForIsRefused() {
        TileHashes hashes =
                new TileHashes(3, address -> new HashTile(TREE.leaves().subList(0, 2)));
        assertThatThrownBy(() -> InclusionProof.of(0, 3, hashes)).isInstanceOf(Malformed.class);
    }

    @Test
    void tileOfHashesIsReadAsItWasWritten() {
        HashTile tile = new HashTile(TREE.leaves().subList(0, 3));
        assertThat(tile.toBytes())
                .hasSize(96)
                .startsWith(TREE.leaves().getFirst().toBytes());
        assertThat(HashTile.parse(tile.toBytes())).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 257 * 32})
    void bytesThatAreNoTileAreRefused(int length) {
        assertThatThrownBy(() -> HashTile.parse(new byte[length])).isInstanceOf(Malformed.class);
    }

    @Property(tries = 50)
    void bundleIsReadAsItWasWritten(@ForAll @Size(min = 1, max = 256) List<@Size(max = 300) byte[]> entries) {
        byte[] bytes = new EntryBundle(entries).toBytes();
        assertThat(EntryBundle.parse(bytes).entries())
                .usingRecursiveComparison()
                .isEqualTo(entries);
    }

    @Test
    void bundleHasTheLengthOfEachEntryBeforeIt() {
        byte[] longest = new byte[65_535];
        assertThat(new EntryBundle(List.of("ab".getBytes(), new byte[0], longest)).toBytes())
                .hasSize(2 + 2 + 2 + 2 + 65_535)
                .startsWith(0, 2, 'a', 'b', 0, 0, 0xFF, 0xFF);
        assertThat(EntryBundle.parse(new EntryBundle(List.of(longest)).toBytes())
                        .entries())
                .containsExactly(longest);
    }

    @Test
    void bytesThatAreNoBundleAreRefused() {
        List<byte[]> tooMany =
                IntStream.range(0, 257).mapToObj(i -> new byte[0]).toList();
        assertThatThrownBy(() -> EntryBundle.parse(new byte[0])).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EntryBundle.parse(new byte[1])).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EntryBundle.parse(new byte[] {0, 2, 1})).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EntryBundle.parse(new byte[] {0, 1, 1, 0})).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EntryBundle.parse(new byte[257 * 2])).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new EntryBundle(tooMany)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new EntryBundle(List.of(new byte[65_536]))).isInstanceOf(Malformed.class);
        assertThat(EntryBundle.parse(new byte[256 * 2]).entries()).hasSize(256);
    }

    private static Map<TileAddress.OfHashes, HashTile> tiles(int size) {
        Map<TileAddress.OfHashes, HashTile> tiles = new HashMap<>();
        TreeTiles tree = new TreeTiles(tiles::put);
        TREE.first(size).leaves().forEach(tree::append);
        assertThat(tree.size()).isEqualTo(size);
        tree.partial(tiles::put);
        return tiles;
    }
}
