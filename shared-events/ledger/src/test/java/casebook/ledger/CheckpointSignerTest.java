package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.transparency.Checkpoint;
import casebook.transparency.Hash;
import casebook.transparency.NoteCheck;
import casebook.transparency.SignatureType;
import casebook.transparency.SignerKey;
import casebook.transparency.VerifierKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckpointSignerTest {

    private final TestLedger ledger = TestLedger.open();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anEmptyLedgerIsSigned() {
        Signing signing = Signing.of(ledger);

        StoredCheckpoint signed = signing.signer.sign().orElseThrow();

        assertThat(signed.size()).isZero();
        assertThat(signed.note())
                .startsWith(TestLog.ORIGIN + "\n0\n" + Hash.ofEmptyTree().toBase64() + "\n\n");
        assertThat(signing.store.newest()).contains(signed);
    }

    @Test
    void aCheckpointIsSignedOverTheTrueRootWheneverTheLedgerHasGrown() {
        Signing signing = Signing.of(ledger);
        for (int commit = 0; commit < 5; commit++) {
            ledger.engine.appendEvents(TestLedger.events("a" + commit, 1 + 2 * commit));

            StoredCheckpoint signed = signing.signer.sign().orElseThrow();

            assertThat(signed.size()).isEqualTo((commit + 1L) * (commit + 1));
            assertThat(signed.signed()).isEqualTo(TestLog.sign(ledger, signed.size(), TestLog.KEY));
        }
    }

    @Test
    void noCheckpointIsSignedWhenNothingHasGrown() {
        Signing signing = Signing.of(ledger);
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        assertThat(signing.signer.sign()).isPresent();

        assertThat(signing.signer.sign()).isEmpty();
        assertThat(Signing.of(ledger).signer.sign()).isEqualTo(signing.store.newest());
        assertThat(sizes()).containsExactly(3L);
    }

    @Test
    void aLedgerThatWasRewrittenButHasNotGrownIsNoLongerTrusted() {
        Signing signing = Signing.of(ledger);
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        signing.signer.sign();
        Tampering tampering = new Tampering(ledger);
        tampering.edit(1, "note 1", "nope 1");
        tampering.recomputeTrees();

        assertThatThrownBy(signing.signer::sign).isInstanceOf(LedgerUntrusted.class);
        assertThat(signing.trust.doubt()).isNotEmpty();
    }

    @Test
    void aLedgerThatWasNeverSignedIsSignedAsAWhole() {
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        ledger.engine.appendEvents(TestLedger.events("b", 300));

        assertThat(Signing.of(ledger).signer.sign())
                .map(StoredCheckpoint::signed)
                .contains(TestLog.sign(ledger, 303, TestLog.KEY));
    }

    @Test
    void anotherProcessGoesOnFromWhatThisOneHasSigned() {
        Signing one = Signing.of(ledger);
        Signing other = Signing.of(ledger);
        for (int commit = 0; commit < 4; commit++) {
            ledger.engine.appendEvents(TestLedger.events("a" + commit, 5));
            assertThat((commit % 2 == 0 ? one : other).signer.sign()).isPresent();
            assertThat((commit % 2 == 0 ? other : one).signer.sign()).isEqualTo(one.store.newest());
        }
        assertThat(sizes()).containsExactly(5L, 10L, 15L, 20L);
    }

    @Test
    void severalProcessesThatSignAtOnceSignTheSame() throws InterruptedException {
        int signers = 4;
        CountDownLatch done = new CountDownLatch(signers);
        for (int i = 0; i < signers; i++) {
            Signing signing = Signing.of(ledger);
            Thread.ofPlatform().start(() -> {
                for (int round = 0; round < 20; round++) {
                    signing.signer.sign();
                }
                assertThat(signing.trust.doubt()).isEmpty();
                done.countDown();
            });
        }
        for (int event = 0; event < 50; event++) {
            ledger.submit("a", event).join();
        }
        done.await();
        assertThat(Signing.of(ledger).signer.sign()).isPresent();

        assertThat(new LedgerVerifier(ledger.database, Set.of()).verify(List.of(), (_, _) -> {}))
                .isEqualTo(new Verification(50, sizes().size(), 50, null));
    }

    @Test
    void aNewKeySignsFromThenOnAndWhatTheOldOneSignedStaysVerifiable() throws InterruptedException {
        SignerKey next = TestLog.key(TestLog.ORIGIN, SignatureType.ED25519);
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        Signing.of(ledger).signer.sign();
        ledger.engine.appendEvents(TestLedger.events("b", 2));

        Signing rotated = Signing.of(ledger, next);
        assertThat(rotated.signer.sign()).isPresent();

        assertThat(verifiers(rotated)).containsExactly(TestLog.KEY.verifier(), next.verifier());
        assertThat(new LedgerVerifier(ledger.database, Set.of())
                        .verify(List.of(), (_, _) -> {})
                        .ok())
                .isTrue();
    }

    @Test
    void nothingIsSignedThatDoesNotExtendWhatWasSignedBefore() {
        Signing signing = Signing.of(ledger);
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        signing.signer.sign();
        ledger.engine.appendEvents(TestLedger.events("b", 3));
        Tampering tampering = new Tampering(ledger);
        tampering.edit(1, "note 1", "nope 1");
        tampering.recomputeTrees();

        assertThatThrownBy(signing.signer::sign).isInstanceOf(LedgerUntrusted.class);
        assertThat(sizes()).containsExactly(3L);
        assertThat(signing.trust.doubt()).isPresent();
    }

    @Test
    void nothingIsSignedWhoseRecordedTreeIsNotThatOfTheLines() {
        Signing signing = Signing.of(ledger);
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        signing.signer.sign();
        ledger.engine.appendEvents(TestLedger.events("b", 3));
        new Tampering(ledger).edit(4, "note 1", "nope 1");

        assertThatThrownBy(signing.signer::sign)
                .isInstanceOf(LedgerUntrusted.class)
                .hasMessageContaining("after 6 events");
        assertThat(sizes()).containsExactly(3L);
    }

    @Test
    void nothingIsSignedOnceTheLedgerHasBecomeShorter() {
        Signing signing = Signing.of(ledger);
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        ledger.engine.appendEvents(TestLedger.events("b", 3));
        signing.signer.sign();
        new Tampering(ledger).deleteCommitWith(5);

        assertThatThrownBy(signing.signer::sign)
                .isInstanceOf(LedgerUntrusted.class)
                .hasMessageContaining("has 3 events, and 6 were signed");
    }

    @Test
    void whatSomebodyElseHasSignedOverAnotherLedgerIsNotFollowed() {
        Signing signing = Signing.of(ledger);
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        signing.signer.sign();
        ledger.engine.appendEvents(TestLedger.events("b", 3));
        signing.store.add(StoredCheckpoint.of(
                new Checkpoint(TestLog.ORIGIN, 6, Hash.ofEmptyTree()).sign(TestLog.KEY),
                TestLog.KEY.verifier(),
                TestLedger.TIME));

        assertThatThrownBy(signing.signer::sign).isInstanceOf(LedgerUntrusted.class);
    }

    private List<Long> sizes() {
        try (Stream<StoredCheckpoint> all = new CheckpointStore(ledger.database).upTo(Long.MAX_VALUE)) {
            return all.map(StoredCheckpoint::size).toList();
        }
    }

    private static List<VerifierKey> verifiers(Signing signing) {
        try (Stream<StoredCheckpoint> all = signing.store.upTo(Long.MAX_VALUE)) {
            return all.map(stored -> switch (stored.signed().check(List.of(stored.verifier()))) {
                        case NoteCheck.Verified verified ->
                            verified.signatures().getFirst().key();
                        case NoteCheck.Forged _, NoteCheck.Unknown _ -> throw new AssertionError(stored);
                    })
                    .toList();
        }
    }
}
