package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.transparency.Checkpoint;
import casebook.transparency.SignatureType;
import casebook.transparency.VerifierKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a witness that speaks HTTP, verifies what it gets, and keeps to C2SP. */
class WitnessCourierTest {

    private static final Duration SOON = Duration.ofMillis(20);

    private final TestLedger ledger = TestLedger.open();
    private HttpWitness witness;

    @BeforeEach
    void startWitness() throws Exception {
        witness = HttpWitness.of(TestLog.KEY.verifier());
    }

    @AfterEach
    void close() {
        witness.close();
        ledger.close();
    }

    @Test
    void everyCheckpointIsCosignedWithAProofThatItExtendsTheLast() throws Exception {
        try (Signing signing = start(witness.url(), witness.verifier())) {
            for (int round = 1; round <= 4; round++) {
                ledger.engine.appendEvents(TestLedger.events("a" + round, 5 + round));
                awaitCosigned(signing, ledger.reader.position());
            }
        }
        assertThat(witness.newest().size()).isEqualTo(30);
        assertThat(witness.answers).containsOnly(200);
        assertThat(new LedgerVerifier(ledger.database, Set.of(TestLog.KEY.verifier())).verify(List.of(), (_, _) -> {}))
                .returns(true, Verification::ok);
    }

    @Test
    void aNewProcessLearnsWhereTheWitnessIs() throws Exception {
        ledger.engine.appendEvents(TestLedger.events("a", 11));
        try (Signing signing = start(witness.url(), witness.verifier())) {
            awaitCosigned(signing, 11);
        }
        ledger.engine.appendEvents(TestLedger.events("b", 9));
        try (Signing signing = start(witness.url(), witness.verifier())) {
            awaitCosigned(signing, 20);
        }
        assertThat(witness.answers).containsExactly(200, 409, 200);
    }

    @Test
    void aWitnessThatIsDownHoldsNothingUpAndCosignsWhatIsNewestWhenItIsBack() throws Exception {
        VerifierKey key = witness.verifier();
        URI url = witness.url();
        witness.close();
        try (Signing signing = start(url, key)) {
            for (int round = 1; round <= 3; round++) {
                ledger.engine.appendEvents(TestLedger.events("a" + round, 2));
                long size = 2L * round;
                Eventually.until("the checkpoint", () -> signing.store.newestSize() == size);
            }
            Eventually.until("failures", () -> failures() > 1);
            assertThat(signing.store.newest().orElseThrow().signed().note().signatures())
                    .hasSize(1);

            witness = witness.restart();
            awaitCosigned(signing, 6);
        }
    }

    @Test
    void aLedgerThatTheWitnessDoesNotKnowSoIsNotCosigned() throws Exception {
        ledger.engine.appendEvents(TestLedger.events("a", 9));
        witness.knows(new Checkpoint(
                TestLog.ORIGIN,
                5,
                TestLog.sign(ledger, 4, TestLog.KEY).checkpoint().root()));
        try (Signing signing = start(witness.url(), witness.verifier())) {
            Eventually.until("a failure", () -> failures() > 0);
            assertThat(signing.store.newest().orElseThrow().signed().note().signatures())
                    .hasSize(1);
        }
        assertThat(witness.answers).startsWith(409, 422);
    }

    @Test
    void aLedgerThatIsBehindTheWitnessIsNotCosigned() throws Exception {
        ledger.engine.appendEvents(TestLedger.events("a", 9));
        witness.knows(new Checkpoint(
                TestLog.ORIGIN,
                12,
                TestLog.sign(ledger, 9, TestLog.KEY).checkpoint().root()));
        try (Signing _ = start(witness.url(), witness.verifier())) {
            Eventually.until("a failure", () -> failures() > 0);
        }
        assertThat(witness.answers).containsOnly(409);
    }

    @Test
    void aCosignatureOfAnotherKeyIsNotKept() throws Exception {
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        VerifierKey expected =
                TestLog.key("witness.example/w", SignatureType.COSIGNATURE).verifier();
        try (Signing signing = start(witness.url(), expected)) {
            Eventually.until("a failure", () -> failures() > 0);
            assertThat(signing.store.newest().orElseThrow().signed().note().signatures())
                    .hasSize(1);
        }
    }

    private Signing start(URI url, VerifierKey key) {
        Signing signing = Signing.of(ledger);
        WitnessRounds rounds = new WitnessRounds(new WitnessClient(url), key, signing.store, signing.tree);
        return signing.start(SOON, new WitnessCourier(rounds, key.name(), SOON, LogMeters.ofLedger(ledger.registry)));
    }

    private void awaitCosigned(Signing signing, long size) {
        Eventually.until(
                "a cosignature",
                () -> signing.store
                        .at(size)
                        .map(StoredCheckpoint::signed)
                        .filter(witness::hasCosigned)
                        .isPresent());
    }

    private double failures() {
        return ledger.count("casebook.ledger.witness.failures");
    }
}
