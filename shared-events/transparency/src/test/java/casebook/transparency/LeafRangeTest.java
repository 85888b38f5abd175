package casebook.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LeafRangeTest {

    private static final NaiveTree TREE = NaiveTree.ofSize(100);

    @Test
    void wholeTreeIsARange() {
        for (int size = 1; size <= 100; size++) {
            assertThat(new LeafRange(0, size).hash(TREE))
                    .isEqualTo(TREE.first(size).root());
        }
    }

    @Test
    void rangeFallsIntoPerfectSubtrees() {
        assertThat(new LeafRange(8, 15).subtrees())
                .containsExactly(new Subtree(2, 2), new Subtree(1, 6), new Subtree(0, 14));
    }

    @Test
    void perfectSubtreeKnowsItsEntries() {
        assertThat(new Subtree(3, 5).begin()).isEqualTo(40);
        assertThat(new Subtree(3, 5).end()).isEqualTo(48);
        assertThat(new LeafRange(40, 48).subtrees()).containsExactly(new Subtree(3, 5));
    }

    @Test
    void rangeThatNoNodeSpansIsRefused() {
        assertThatThrownBy(() -> new LeafRange(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LeafRange(1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LeafRange(2, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LeafRange(-4, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LeafRange(4, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void subtreeOutsideEveryTreeIsRefused() {
        assertThat(new Subtree(62, 0).end()).isEqualTo(1L << 62);
        assertThat(new Subtree(0, Long.MAX_VALUE - 1).end()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> new Subtree(62, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subtree(63, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subtree(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subtree(0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subtree(0, Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }
}
