package casebook.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** From C2SP tlog-witness. */
    private static final String REQUEST = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
            """;

    /** From C2SP tlog-witness. */
    private static final String ANSWER = """
            — witness.example/w1 CMp+6LWBU0anHGH5aNDTJkH/gj79sG+T6+iP2ThYN5krrDJbR1HDnucjL39QsZTSvVjyQLrdk3DXDqI5G2HgLatVs0pWh6Up69HVOw==
            — witness.example/w1 I7rEps0pvK2UqkS2gSpVUDhrhVtQV9lgF6pRrWAvjJHjyWpW7VcE3SiOlVlbQNt64vWhO+DlkL0+UfzuOBMh9ChdMkP1vi/lCAsmlw==
            — witness.example/w2 AWui8Sk55XjYLOijihBjhqEH6nS1ndDymE0a+6idX7pLcnoB+dhnz0854aLZgrrKbYKA7nC3HNJhm/kWl7oJlqU3rXXvpysAdyP3wQ==
            """;

    @Test
    void requestOfTheSpecificationIsReadAsItWasWritten() {
        AddCheckpoint request = AddCheckpoint.parse(REQUEST.getBytes(UTF_8));
        assertThat(request.oldSize()).isEqualTo(20852014);
        assertThat(request.consistency()).hasSize(4);
        assertThat(request.checkpoint().checkpoint().size()).isEqualTo(20852163);
        assertThat(request).hasToString(REQUEST);
    }

    @Test
    void requestProvesThatTheTreeWasExtended() {
        NaiveTree tree = NaiveTree.ofSize(20);
        SignedCheckpoint checkpoint = Checkpoint.of("log.example", CompactRange.over(tree.leaves()))
                .sign(SignerKey.generate("log.example", SignatureType.ED25519, RANDOM));
        AddCheckpoint request = AddCheckpoint.parse(
                AddCheckpoint.since(7, checkpoint, tree).toString().getBytes(UTF_8));
        assertThat(new ConsistencyProof(7, 20, request.consistency())
                        .check(tree.first(7).root(), tree.root()))
                .isEqualTo(ProofCheck.HOLDS);
        assertThat(AddCheckpoint.since(0, checkpoint, tree))
                .isEqualTo(new AddCheckpoint(0, List.of(), checkpoint))
                .hasToString("old 0\n\n" + checkpoint);
        assertThatThrownBy(() -> AddCheckpoint.since(21, checkpoint, tree))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 1\n",
                "old 01\n\n",
                "old\n\n",
                "new 1\n\n",
                "old 1\nAAAA\n\n",
                "old 1\n\nno checkpoint\n",
            })
    void whatIsNoRequestIsRefused(String body) {
        assertThatThrownBy(() -> AddCheckpoint.parse(body.getBytes(UTF_8))).isInstanceOf(Malformed.class);
    }

    @Test
    void requestHasAtMost63Hashes() {
        SignedCheckpoint checkpoint =
                AddCheckpoint.parse(REQUEST.getBytes(UTF_8)).checkpoint();
        List<Hash> most = Collections.nCopies(63, Hash.ofEmptyTree());
        List<Hash> tooMany = Collections.nCopies(64, Hash.ofEmptyTree());
        assertThat(new AddCheckpoint(1, most, checkpoint).consistency()).hasSize(63);
        assertThatThrownBy(() -> new AddCheckpoint(1, tooMany, checkpoint)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new AddCheckpoint(-1, most, checkpoint)).isInstanceOf(Malformed.class);
    }

    @Test
    void answerOfTheSpecificationHasItsSignatures() {
        assertThat(WitnessAnswer.parse(200, "text/plain", ANSWER.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        WitnessAnswer.Cosigned.class,
                        answer -> assertThat(answer.signatures())
                                .extracting(NoteSignature::name)
                                .containsExactly("witness.example/w1", "witness.example/w1", "witness.example/w2"));
    }

    @Test
    void cosignatureInAnAnswerVerifiesTheCheckpoint() {
        SignerKey log = SignerKey.generate("log.example", SignatureType.ED25519, RANDOM);
        SignerKey witness = SignerKey.generate("witness.example", SignatureType.COSIGNATURE, RANDOM);
        SignedCheckpoint checkpoint =
                Checkpoint.of("log.example", CompactRange.EMPTY).sign(log);
        String body = witness.cosign(checkpoint.checkpoint().toString(), Instant.EPOCH) + "\n";
        WitnessAnswer answer = WitnessAnswer.parse(200, "", body.getBytes(UTF_8));
        assertThat(answer).isInstanceOf(WitnessAnswer.Cosigned.class);
        List<NoteSignature> cosignatures = ((WitnessAnswer.Cosigned) answer).signatures();
        assertThat(checkpoint.with(cosignatures).check(List.of(log.verifier(), witness.verifier())))
                .isInstanceOfSatisfying(
                        NoteCheck.Verified.class,
                        verified -> assertThat(verified.signatures()).hasSize(2));
    }

    @Test
    void conflictThatNamesASizeIsAskedAgain() {
        assertThat(WitnessAnswer.parse(409, "text/x.tlog.size", "20852014\n".getBytes(UTF_8)))
                .isEqualTo(new WitnessAnswer.OtherSize(20852014));
        assertThat(WitnessAnswer.parse(409, "text/plain", "other root\n".getBytes(UTF_8)))
                .isEqualTo(new WitnessAnswer.Refused(409));
        assertThat(WitnessAnswer.parse(404, "text/x.tlog.size", new byte[0])).isEqualTo(new WitnessAnswer.Refused(404));
    }

    @Test
    void answerThatIsNeitherIsRefused() {
        assertThatThrownBy(() -> WitnessAnswer.parse(200, "", new byte[0])).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> WitnessAnswer.parse(200, "", "ok\n".getBytes(UTF_8)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> WitnessAnswer.parse(409, "text/x.tlog.size", "7".getBytes(UTF_8)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> WitnessAnswer.parse(409, "text/x.tlog.size", "seven\n".getBytes(UTF_8)))
                .isInstanceOf(Malformed.class);
    }
}
