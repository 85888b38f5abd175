package casebook.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogProofTest {

    private static final SignerKey LOG = SignerKey.generate("log.example", SignatureType.ED25519, new SecureRandom());
    private static final NaiveTree TREE = NaiveTree.ofSize(7);
    private static final SignedCheckpoint CHECKPOINT =
            Checkpoint.of("log.example", CompactRange.over(TREE.leaves())).sign(LOG);
    private static final LogProof PROOF = new LogProof(InclusionProof.of(4, 7, TREE), CHECKPOINT);

    @Test
    void proofIsWrittenAsTheSpecificationSays() {
        assertThat(PROOF)
                .hasToString("c2sp.org/tlog-proof@v1\nindex 4\n"
                        + TREE.leaves().get(5).toBase64() + "\n"
                        + TREE.leaves().get(6).toBase64() + "\n"
                        + TREE.of(new Subtree(2, 0)).toBase64() + "\n\n" + CHECKPOINT);
    }

    @Test
    void proofIsReadAsItWasWritten() {
        LogProof extra = new LogProof(PROOF.inclusion(), CHECKPOINT, "YWdl");
        assertThat(LogProof.parse(PROOF.toString())).isEqualTo(PROOF);
        assertThat(extra.toString()).startsWith("c2sp.org/tlog-proof@v1\nextra YWdl\nindex 4\n");
        assertThat(LogProof.parse(extra.toString().getBytes(UTF_8))).isEqualTo(extra);
    }

    @Test
    void proofOfTheOnlyEntryHasNoHashes() {
        Checkpoint one =
                Checkpoint.of("log.example", CompactRange.over(TREE.first(1).leaves()));
        LogProof proof = new LogProof(new InclusionProof(0, 1, List.of()), one.sign(LOG));
        assertThat(proof.toString()).startsWith("c2sp.org/tlog-proof@v1\nindex 0\n\nlog.example\n1\n");
        assertThat(LogProof.parse(proof.toString()).check(TREE.leaves().getFirst()))
                .isEqualTo(ProofCheck.HOLDS);
    }

    @Test
    void proofHoldsForItsEntryOnly() {
        assertThat(PROOF.check(TREE.leaves().get(4))).isEqualTo(ProofCheck.HOLDS);
        assertThat(PROOF.check(TREE.leaves().get(3))).isEqualTo(ProofCheck.OTHER_ROOT);
    }

    @ParameterizedTest
    @CsvSource({
        "tlog-proof@v1, tlog-proof@v2",
        "index 4, index 04",
        "index 4, index 7",
        "index 4, index -1",
        "index 4, Index 4",
        "index 4, extra YWdl",
        "index 4, extra *",
    })
    void whatIsNoProofIsRefused(String part, String replacement) {
        String altered = PROOF.toString().replace(part, replacement);
        assertThatThrownBy(() -> LogProof.parse(altered)).isInstanceOf(Malformed.class);
    }

    @Test
    void proofThatBreaksOffIsRefused() {
        assertThatThrownBy(() -> LogProof.parse("c2sp.org/tlog-proof@v1\nindex 4\n"))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> LogProof.parse("c2sp.org/tlog-proof@v1\n\n" + CHECKPOINT))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> LogProof.parse("c2sp.org/tlog-proof@v1\nindex 4\n\nlog.example\n7\n"))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void proofForAnotherSizeThanTheCheckpointsIsRefused() {
        InclusionProof other = InclusionProof.of(4, 6, TREE);
        assertThatThrownBy(() -> new LogProof(other, CHECKPOINT)).isInstanceOf(Malformed.class);
    }
}
