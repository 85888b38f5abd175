package casebook.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.transparency.CompactRange;
import casebook.transparency.ConsistencyProof;
import casebook.transparency.Hash;
import casebook.transparency.ProofCheck;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTreeTest {

    private static final int[] COMMITS = {1, 2, 4, 8, 1, 3, 4};
    private static final int EVENTS = 23;

    private final TestLedger ledger = TestLedger.open();
    private final LedgerTree tree =
            new LedgerTree(new LedgerCollection(ledger.database, 2).within(Duration.ofSeconds(10)));

    @BeforeEach
    void fill() {
        for (int commit = 0; commit < COMMITS.length; commit++) {
            ledger.engine.appendEvents(TestLedger.events("a" + commit, COMMITS[commit]));
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void theTreeAtEverySizeIsThatOfItsLinesInsideCommitsToo() {
        for (int size = 0; size <= EVENTS; size++) {
            assertThat(tree.at(size)).as("size %d", size).isEqualTo(recomputed(size));
        }
        assertThat(tree.newest()).isEqualTo(recomputed(EVENTS));
        assertThat(tree.at(EVENTS + 5)).isEqualTo(recomputed(EVENTS));
    }

    @Test
    void aTreeGrowsFromAnySizeToAnyOther() {
        for (int from = 0; from <= EVENTS; from++) {
            for (int to = from; to <= EVENTS; to += 3) {
                assertThat(tree.grow(recomputed(from), to)).isEqualTo(recomputed(to));
            }
        }
        assertThat(tree.grow(recomputed(7), EVENTS + 5)).isEqualTo(recomputed(EVENTS));
    }

    @Test
    void proofsHoldFromEverySizeToEveryOther() {
        for (int from = 1; from <= EVENTS; from++) {
            for (int to = from; to <= EVENTS; to++) {
                ConsistencyProof proof = ConsistencyProof.of(from, to, tree.since(tree.at(from), to));
                assertThat(proof.check(recomputed(from).root(), recomputed(to).root()))
                        .as("from %d to %d", from, to)
                        .isEqualTo(ProofCheck.HOLDS);
            }
        }
    }

    @Test
    void theTreeInsideACommitFollowsFromItsLinesNotFromWhatIsRecorded() {
        new Tampering(ledger).edit(9, "note 2", "nope 2");

        assertThat(tree.at(9)).isEqualTo(recomputed(9));
        assertThat(tree.at(10).root()).isEqualTo(recomputed(10).root());
        assertThat(tree.at(EVENTS).root()).isNotEqualTo(recomputed(EVENTS).root());
    }

    @Test
    void whereCommitsDoNotFollowOneAnotherThereIsNoTree() {
        new Tampering(ledger).deleteCommitWith(15);

        assertThatThrownBy(() -> tree.grow(recomputed(7), EVENTS))
                .isInstanceOf(BrokenLedger.class)
                .hasMessageContaining("Index 15");
        assertThatThrownBy(() -> tree.at(17)).isInstanceOf(BrokenLedger.class);
        assertThat(tree.at(15)).isEqualTo(recomputed(15));
    }

    private CompactRange recomputed(int size) {
        return CompactRange.over(leaves().subList(0, size));
    }

    private List<Hash> leaves() {
        return ledger.commits().stream()
                .flatMap(commit -> Tampering.eventsOf(commit).stream())
                .map(event -> Hash.leaf(event.getString("line").getBytes(UTF_8)))
                .toList();
    }
}
