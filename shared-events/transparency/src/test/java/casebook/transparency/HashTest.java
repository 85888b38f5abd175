package casebook.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The vectors are those of Certificate Transparency's own implementations of RFC 6962. */
class HashTest {

    @Test
    void emptyTreeIsTheHashOfNothing() {
        assertThat(Hash.ofEmptyTree()).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void emptyLeafIsTheHashOfItsPrefix() {
        assertThat(Hash.leaf(new byte[0]))
                .hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void leafIsHashedWithItsPrefix() {
        assertThat(Hash.leaf("L123456".getBytes(UTF_8)))
                .hasToString("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    }

    @Test
    void nodeIsHashedWithItsPrefix() {
        assertThat(Hash.node(Hash.leaf(new byte[0]), Hash.leaf(new byte[] {0})))
                .hasToString("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    @Test
    void hashOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> Hash.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hashCannotBeChangedThroughItsBytes() {
        Hash hash = Hash.leaf(new byte[0]);
        hash.toBytes()[0] = 0;
        assertThat(hash).isEqualTo(Hash.leaf(new byte[0])).hasSameHashCodeAs(Hash.leaf(new byte[0]));
    }
}
