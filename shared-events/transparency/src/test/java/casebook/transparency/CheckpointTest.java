package casebook.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    /** From C2SP tlog-cosignature. */
    private static final String EXAMPLE = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    private final SignerKey log = SignerKey.generate("log.example/ledger", SignatureType.ED25519, RANDOM);
    private final SignerKey witness = SignerKey.generate("witness.example", SignatureType.COSIGNATURE, RANDOM);
    private final Checkpoint checkpoint = Checkpoint.of(
            "log.example/ledger", CompactRange.over(NaiveTree.ofSize(11).leaves()));

    @Test
    void exampleOfTheSpecificationIsReadAsItWasWritten() {
        SignedCheckpoint signed = SignedCheckpoint.parse(EXAMPLE);
        assertThat(signed.checkpoint())
                .isEqualTo(new Checkpoint("example.com/behind-the-sofa", 20852163, Hash.ofBase64(ROOT)));
        assertThat(signed).hasToString(EXAMPLE);
        assertThat(SignedCheckpoint.parse(EXAMPLE.getBytes(UTF_8))).isEqualTo(signed);
    }

    @Test
    void emptyLogHasACheckpoint() {
        Checkpoint empty = Checkpoint.of("log.example", CompactRange.EMPTY);
        assertThat(empty).hasToString("log.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assertThat(Checkpoint.parse(empty.toString())).isEqualTo(empty);
    }

    @Test
    void extensionLinesAreKept() {
        Checkpoint extended = Checkpoint.parse("o\n1\n" + ROOT + "\nfirst\nsecond line\n");
        assertThat(extended.extensions()).containsExactly("first", "second line");
        assertThat(extended).hasToString("o\n1\n" + ROOT + "\nfirst\nsecond line\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o\n1\n",
                "o\n1\n" + ROOT,
                "\n1\n" + ROOT + "\n",
                "o\n01\n" + ROOT + "\n",
                "o\n-1\n" + ROOT + "\n",
                "o\n+1\n" + ROOT + "\n",
                "o\n\n" + ROOT + "\n",
                "o\n9223372036854775808\n" + ROOT + "\n",
                "o\n1\nAAAA\n",
                "o\n1\n" + ROOT + "\n\n",
                "o\n1\n" + ROOT + "\n\nx\n",
                "o\n1\n" + ROOT + "\nx",
                "o\t\n1\n" + ROOT + "\n",
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void largestLogHasACheckpoint() {
        assertThat(Checkpoint.parse("o\n9223372036854775807\n" + ROOT + "\n").size())
                .isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> new Checkpoint("o", -1, Hash.ofBase64(ROOT))).isInstanceOf(Malformed.class);
    }

    @Test
    void checkpointIsVerifiedByItsLogAndItsWitnesses() {
        Instant time = Instant.ofEpochSecond(1679315147);
        SignedCheckpoint signed = checkpoint.sign(log).with(List.of(witness.cosign(checkpoint.toString(), time)));
        assertThat(SignedCheckpoint.parse(signed.toString()).check(List.of(witness.verifier(), log.verifier())))
                .isEqualTo(new NoteCheck.Verified(List.of(
                        new VerifiedSignature(log.verifier(), null), new VerifiedSignature(witness.verifier(), time))));
    }

    @Test
    void witnessAloneDoesNotMakeACheckpoint() {
        SignedCheckpoint signed = new SignedCheckpoint(
                checkpoint,
                new SignedNote(checkpoint.toString(), List.of(witness.cosign(checkpoint.toString(), Instant.EPOCH))));
        assertThat(signed.check(List.of(witness.verifier()))).isEqualTo(new NoteCheck.Unknown());
        SignerKey sameName = SignerKey.generate("log.example/ledger", SignatureType.COSIGNATURE, RANDOM);
        assertThat(checkpoint
                        .sign(log)
                        .with(List.of(sameName.cosign(checkpoint.toString(), Instant.EPOCH)))
                        .check(List.of(sameName.verifier())))
                .isEqualTo(new NoteCheck.Unknown());
    }

    @Test
    void keyOfAnotherLogDoesNotMakeACheckpoint() {
        SignerKey other = SignerKey.generate("other.example", SignatureType.ED25519, RANDOM);
        assertThat(checkpoint.sign(other).check(List.of(other.verifier(), log.verifier())))
                .isEqualTo(new NoteCheck.Unknown());
    }

    @Test
    void oldKeyStillVerifiesOldCheckpoints() {
        SignerKey successor = SignerKey.generate("log.example/ledger", SignatureType.ED25519, RANDOM);
        List<VerifierKey> known = List.of(successor.verifier(), log.verifier());
        assertThat(checkpoint.sign(log).check(known)).isInstanceOf(NoteCheck.Verified.class);
        assertThat(checkpoint.sign(successor).check(known)).isInstanceOf(NoteCheck.Verified.class);
    }

    @Test
    void alteredCheckpointIsForged() {
        String altered = checkpoint.sign(log).toString().replace("\n11\n", "\n12\n");
        assertThat(SignedCheckpoint.parse(altered).check(List.of(log.verifier())))
                .isEqualTo(new NoteCheck.Forged(log.verifier()));
    }

    @Test
    void noteOfAnotherCheckpointIsRefused() {
        Checkpoint other = new Checkpoint("log.example/ledger", 12, checkpoint.root());
        SignedNote note = checkpoint.sign(log).note();
        assertThatThrownBy(() -> new SignedCheckpoint(other, note)).isInstanceOf(Malformed.class);
    }
}
