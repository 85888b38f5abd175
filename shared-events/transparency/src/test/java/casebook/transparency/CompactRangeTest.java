package casebook.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactRangeTest {

    /** The entries of the tree whose roots certificate-transparency publishes as test vectors. */
    private static final List<byte[]> ENTRIES = List.of(
            bytes(""),
            bytes("00"),
            bytes("10"),
            bytes("2021"),
            bytes("3031"),
            bytes("40414243"),
            bytes("5051525354555657"),
            bytes("606162636465666768696a6b6c6d6e6f"));

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    })
    void rootsAreThePublishedOnes(int size, String root) {
        assertThat(over(ENTRIES.subList(0, size)).root()).hasToString(root);
    }

    @Property(tries = 200)
    void rootIsThatOfTheTreeBuiltByItsDefinition(@ForAll @Size(max = 300) List<byte[]> entries) {
        assertThat(over(entries).root()).isEqualTo(rootByDefinition(entries));
    }

    @Property(tries = 100)
    void restoredTreeGrowsLikeTheOriginal(
            @ForAll @Size(max = 130) List<byte[]> entries, @ForAll @Size(max = 130) List<byte[]> more) {
        CompactRange original = over(entries);
        CompactRange restored = new CompactRange(
                original.size(),
                original.frontier().stream().map(h -> Hash.of(h.toBytes())).toList());
        assertThat(append(restored, more)).isEqualTo(append(original, more));
    }

    @Test
    void everySizeHasTheFrontierOfItsBits() {
        CompactRange tree = CompactRange.EMPTY;
        for (int size = 1; size <= 300; size++) {
            tree = tree.append(Hash.leaf(new byte[] {(byte) size}));
            assertThat(tree.size()).isEqualTo(size);
            assertThat(tree.frontier()).hasSize(Integer.bitCount(size));
        }
    }

    @Test
    void frontierThatDoesNotFitTheSizeIsRefused() {
        List<Hash> one = List.of(Hash.ofEmptyTree());
        assertThatThrownBy(() -> new CompactRange(3, one)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CompactRange(0, one)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CompactRange(
                        -1,
                        IntStream.range(0, 64).mapToObj(i -> Hash.ofEmptyTree()).toList()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 6962, section 2.1, word for word: split at the largest power of two below the size. */
    private static Hash rootByDefinition(List<byte[]> entries) {
        return switch (entries.size()) {
            case 0 -> Hash.ofEmptyTree();
            case 1 -> Hash.leaf(entries.getFirst());
            default -> {
                int split = Integer.highestOneBit(entries.size() - 1);
                yield Hash.node(
                        rootByDefinition(entries.subList(0, split)),
                        rootByDefinition(entries.subList(split, entries.size())));
            }
        };
    }

    private static CompactRange over(List<byte[]> entries) {
        return append(CompactRange.EMPTY, entries);
    }

    private static CompactRange append(CompactRange tree, List<byte[]> entries) {
        CompactRange grown = tree;
        for (byte[] entry : entries) {
            grown = grown.append(Hash.leaf(entry));
        }
        return grown;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
