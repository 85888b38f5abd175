package casebook.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProofsTest {

    private static final NaiveTree TREE = NaiveTree.ofSize(300);
    private static final Hash OTHER = Hash.leaf("other".getBytes());

    @Property(tries = 500)
    void inclusionProofIsThatOfTheDefinitionAndHolds(
            @ForAll @IntRange(max = 299) int index, @ForAll @IntRange(min = 1, max = 300) int size) {
        if (index < size) {
            InclusionProof proof = InclusionProof.of(index, size, TREE);
            assertThat(proof.hashes()).isEqualTo(TREE.first(size).path(index));
            assertThat(proof.check(TREE.leaves().get(index), TREE.first(size).root()))
                    .isEqualTo(ProofCheck.HOLDS);
        }
    }

    @Property(tries = 500)
    void consistencyProofIsThatOfTheDefinitionAndHolds(
            @ForAll @IntRange(min = 1, max = 300) int from, @ForAll @IntRange(min = 1, max = 300) int to) {
        if (from <= to) {
            ConsistencyProof proof = ConsistencyProof.of(from, to, TREE);
            assertThat(proof.hashes()).isEqualTo(TREE.first(to).consistency(from));
            assertThat(proof.check(TREE.first(from).root(), TREE.first(to).root()))
                    .isEqualTo(ProofCheck.HOLDS);
        }
    }

    @Test
    void everyProofOfASmallTreeIsThatOfTheDefinition() {
        for (int size = 1; size <= 70; size++) {
            NaiveTree tree = TREE.first(size);
            for (int i = 0; i < size; i++) {
                InclusionProof inclusion = InclusionProof.of(i, size, TREE);
                assertThat(inclusion.hashes()).isEqualTo(tree.path(i));
                assertThat(inclusion.check(TREE.leaves().get(i), tree.root())).isEqualTo(ProofCheck.HOLDS);
                ConsistencyProof consistency = ConsistencyProof.of(i + 1, size, TREE);
                assertThat(consistency.hashes()).isEqualTo(tree.consistency(i + 1));
                assertThat(consistency.check(TREE.first(i + 1).root(), tree.root()))
                        .isEqualTo(ProofCheck.HOLDS);
            }
        }
    }

    @Property(tries = 300)
    void alteredInclusionProofDoesNotHold(
            @ForAll @IntRange(max = 299) int index, @ForAll @IntRange(min = 2, max = 300) int size) {
        if (index >= size) {
            return;
        }
        Hash leaf = TREE.leaves().get(index);
        Hash root = TREE.first(size).root();
        List<Hash> hashes = InclusionProof.of(index, size, TREE).hashes();
        InclusionProof proof = new InclusionProof(index, size, hashes);
        assertThat(proof.check(OTHER, root)).isEqualTo(ProofCheck.OTHER_ROOT);
        assertThat(proof.check(leaf, OTHER)).isEqualTo(ProofCheck.OTHER_ROOT);
        for (List<Hash> altered : altered(hashes)) {
            assertThat(new InclusionProof(index, size, altered).check(leaf, root))
                    .isEqualTo(ProofCheck.OTHER_ROOT);
        }
        for (List<Hash> resized : resized(hashes, root)) {
            assertThat(new InclusionProof(index, size, resized).check(leaf, root))
                    .isEqualTo(ProofCheck.WRONG_LENGTH);
        }
        for (int other = 0; other < size; other++) {
            if (other != index) {
                assertThat(new InclusionProof(other, size, hashes)
                                .check(leaf, root)
                                .holds())
                        .isFalse();
            }
        }
    }

    @Property(tries = 300)
    void alteredConsistencyProofDoesNotHold(
            @ForAll @IntRange(min = 1, max = 299) int from, @ForAll @IntRange(min = 2, max = 300) int to) {
        if (from >= to) {
            return;
        }
        Hash oldRoot = TREE.first(from).root();
        Hash newRoot = TREE.first(to).root();
        List<Hash> hashes = ConsistencyProof.of(from, to, TREE).hashes();
        ConsistencyProof proof = new ConsistencyProof(from, to, hashes);
        assertThat(proof.check(OTHER, newRoot).holds()).isFalse();
        assertThat(proof.check(oldRoot, OTHER)).isEqualTo(ProofCheck.OTHER_ROOT);
        assertThat(proof.check(newRoot, oldRoot).holds()).isFalse();
        for (List<Hash> altered : altered(hashes)) {
            assertThat(new ConsistencyProof(from, to, altered)
                            .check(oldRoot, newRoot)
                            .holds())
                    .isFalse();
        }
        for (List<Hash> resized : resized(hashes, newRoot)) {
            assertThat(new ConsistencyProof(from, to, resized).check(oldRoot, newRoot))
                    .isEqualTo(ProofCheck.WRONG_LENGTH);
        }
    }

    @Test
    void smallerTreeThatWasRewrittenIsNamedAsSuch() {
        assertThat(ConsistencyProof.of(6, 8, TREE).check(OTHER, TREE.first(8).root()))
                .isEqualTo(ProofCheck.OTHER_OLD_ROOT);
    }

    @Test
    void treesOfOneSizeAreConsistentIfTheyAreEqual() {
        ConsistencyProof empty = new ConsistencyProof(5, 5, List.of());
        Hash root = TREE.first(5).root();
        assertThat(empty.check(root, root)).isEqualTo(ProofCheck.HOLDS);
        assertThat(empty.check(OTHER, root)).isEqualTo(ProofCheck.OTHER_OLD_ROOT);
        assertThat(new ConsistencyProof(5, 5, List.of(root)).check(root, root)).isEqualTo(ProofCheck.WRONG_LENGTH);
    }

    @Test
    void proofWithoutHashesBetweenTwoSizesHasTheWrongLength() {
        assertThat(new ConsistencyProof(3, 5, List.of()).check(OTHER, OTHER)).isEqualTo(ProofCheck.WRONG_LENGTH);
        assertThat(new ConsistencyProof(4, 5, List.of()).check(OTHER, OTHER)).isEqualTo(ProofCheck.WRONG_LENGTH);
    }

    @Property(tries = 200)
    void subtreesAskedForAreThoseNamedBeforehand(
            @ForAll @IntRange(max = 299) int index, @ForAll @IntRange(min = 1, max = 300) int size) {
        if (index < size) {
            Set<Subtree> asked = new HashSet<>();
            SubtreeHashes recording = subtree -> {
                asked.add(subtree);
                assertThat(subtree.end()).isLessThanOrEqualTo(size);
                return TREE.of(subtree);
            };
            InclusionProof.of(index, size, recording);
            assertThat(InclusionProof.subtrees(index, size)).containsExactlyInAnyOrderElementsOf(asked);
            asked.clear();
            ConsistencyProof.of(index + 1, size, recording);
            assertThat(ConsistencyProof.subtrees(index + 1, size)).containsExactlyInAnyOrderElementsOf(asked);
        }
    }

    @Test
    void largestTreeHasProofs() {
        SubtreeHashes constant = subtree -> OTHER;
        long size = Long.MAX_VALUE;
        assertThat(InclusionProof.of(0, size, constant).hashes()).hasSize(63);
        assertThat(InclusionProof.of(size - 1, size, constant).hashes()).hasSize(62);
        assertThat(InclusionProof.subtrees(size / 2, size)).hasSizeLessThan(127);
        assertThat(ConsistencyProof.of(size - 1, size, constant).hashes()).hasSize(63);
        assertThat(InclusionProof.of(0, size, constant).check(OTHER, OTHER)).isEqualTo(ProofCheck.OTHER_ROOT);
    }

    @Test
    void proofsForWhatIsNotInTheTreeAreRefused() {
        assertRefused("has no entry 3", () -> InclusionProof.of(3, 3, TREE));
        assertRefused("has no entry -1", () -> InclusionProof.of(-1, 3, TREE));
        assertRefused("has no entry 0", () -> InclusionProof.subtrees(0, 0));
        assertRefused("has no entry 1", () -> new InclusionProof(1, 1, List.of()));
        assertRefused("extends one of 0", () -> ConsistencyProof.of(0, 3, TREE));
        assertRefused("extends one of 4", () -> ConsistencyProof.of(4, 3, TREE));
        assertRefused("extends one of 4", () -> ConsistencyProof.subtrees(4, 3));
        assertRefused("extends one of 0", () -> new ConsistencyProof(0, 1, List.of()));
    }

    private static void assertRefused(String reason, ThrowingCallable proof) {
        assertThatThrownBy(proof).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }

    private static List<List<Hash>> altered(List<Hash> hashes) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            List<Hash> altered = new ArrayList<>(hashes);
            altered.set(i, OTHER);
            all.add(altered);
        }
        return all;
    }

    private static List<List<Hash>> resized(List<Hash> hashes, Hash root) {
        List<Hash> longer = new ArrayList<>(hashes);
        longer.add(root);
        List<Hash> longerInFront = new ArrayList<>(hashes);
        longerInFront.addFirst(root);
        return List.of(longer, longerInFront, hashes.subList(0, hashes.size() - 1));
    }
}
