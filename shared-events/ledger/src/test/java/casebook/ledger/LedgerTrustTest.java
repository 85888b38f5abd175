package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.transparency.Checkpoint;
import casebook.transparency.Hash;
import casebook.transparency.SignatureType;
import casebook.transparency.SignedCheckpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On start the ledger is compared with the newest checkpoint held outside the database; if it is another, nothing is appended. */
class LedgerTrustTest {

    private static final long EVENTS = 12;

    private final TestLedger ledger = TestLedger.open();
    private final Tampering tampering = new Tampering(ledger);

    @BeforeEach
    void fill() {
        ledger.engine.appendEvents(TestLedger.events("a", 3));
        ledger.engine.appendEvents(TestLedger.events("b", 8));
        ledger.engine.appendEvents(TestLedger.events("c", 1));
    }

    @AfterEach
    void close() {
        ledger.stopFailing();
        ledger.close();
    }

    @Test
    void theLedgerThatWasSignedIsAppendedTo() {
        for (long size : List.of(0L, 3L, 7L, EVENTS)) {
            try (Signing signing = Signing.holding(ledger, signed(size))) {
                assertThat(append(signing, "d" + size)).succeedsWithin(Duration.ofSeconds(30));
                assertThat(signing.trust.doubt()).isEmpty();
            }
        }
        Soundness.check(ledger);
    }

    @Test
    void aLedgerWithoutItsNewestCommitIsNot() {
        SignedCheckpoint outside = signed(EVENTS);
        tampering.deleteCommitWith(11);

        assertNothingIsAppended(outside, "has 11 events, and 12 were signed");
    }

    @Test
    void aLedgerThatIsGoneIsNot() {
        SignedCheckpoint outside = signed(EVENTS);
        ledger.database.getCollection(LedgerCollection.NAME).deleteMany(new Document());

        assertNothingIsAppended(outside, "has 0 events, and 12 were signed");
    }

    @Test
    void aRewrittenLedgerIsNotThoughItsRootsAreTrue() {
        SignedCheckpoint outside = signed(EVENTS);
        tampering.edit(1, "note 1", "nope 1");
        tampering.recomputeTrees();

        assertNothingIsAppended(outside, "The first 12 events are not those that were signed");
    }

    @Test
    void aCommitThatWasChangedAfterACheckpointInsideItIsComparedUpToThere() {
        SignedCheckpoint outside = signed(7);
        tampering.edit(5, "note 2", "nope 2");

        assertNothingIsAppended(outside, "The first 7 events are not those that were signed");
    }

    @Test
    void aLedgerThatWasReplacedAndHasGrownIsNot() {
        SignedCheckpoint outside = signed(EVENTS);
        ledger.database.getCollection(LedgerCollection.NAME).deleteMany(new Document());
        try (TestLedger other = ledger.another()) {
            other.engine.appendEvents(TestLedger.events("x", 20));
        }

        assertNothingIsAppended(outside, "The first 12 events are not those that were signed");
    }

    @Test
    void aLedgerThatContradictsItselfIsNot() {
        SignedCheckpoint outside = signed(EVENTS);
        tampering.change(5, commit -> commit.get("tree", Document.class).put("frontier", List.of()));

        assertNothingIsAppended(outside, "frontier");
    }

    @Test
    void aCheckpointInTheDatabaseCountsTooWhereNoneIsHeldOutside() {
        new CheckpointStore(ledger.database).add(TestLog.stored(ledger, EVENTS));
        tampering.deleteCommitWith(11);

        assertNothingIsAppended(Signing.of(ledger), "has 11 events, and 12 were signed");
    }

    @Test
    void aCheckpointInTheDatabaseThatTheLogDidNotSignIsNoneOfOurs() {
        StoredCheckpoint stored = TestLog.stored(ledger, EVENTS);
        new CheckpointStore(ledger.database)
                .add(new StoredCheckpoint(
                        EVENTS,
                        TestLog.sign(ledger, EVENTS, TestLog.key(TestLog.ORIGIN, SignatureType.ED25519))
                                .toString(),
                        stored.key(),
                        stored.at()));

        assertNothingIsAppended(Signing.of(ledger), "is not what " + stored.key() + " signed");
    }

    @Test
    void aCheckpointOfAnotherLogIsNoneOfOurs() {
        SignedCheckpoint other = new Checkpoint("other.example/log", 0, Hash.ofEmptyTree())
                .sign(TestLog.key("other.example/log", SignatureType.ED25519));

        assertNothingIsAppended(other, "other.example/log");
    }

    @Test
    void aLedgerThatBecomesAnotherWhileItIsWrittenIsAppendedToNoMore() {
        try (Signing signing = Signing.holding(ledger, signed(EVENTS))) {
            append(signing, "d").join();
            tampering.edit(1, "note 1", "nope 1");
            tampering.recomputeTrees();
            assertThatThrownBy(signing.signer::sign).isInstanceOf(LedgerUntrusted.class);

            long position = ledger.reader.position();
            assertThatThrownBy(append(signing, "e")::join).hasCauseInstanceOf(LedgerUntrusted.class);
            assertThat(ledger.reader.position()).isEqualTo(position);
        }
    }

    @Test
    void whoHasTheCheckpointTakenAwayGoesOn() {
        SignedCheckpoint outside = signed(EVENTS);
        tampering.deleteCommitWith(11);
        assertNothingIsAppended(outside, "has 11 events");

        try (Signing again = Signing.of(ledger)) {
            assertThat(append(again, "d").join()).isEqualTo(11);
        }
    }

    @Test
    void anAppendWaitsUntilTheLedgerCouldBeCompared() {
        SignedCheckpoint outside = signed(EVENTS);
        ledger.fail(
                new Document("times", 3),
                new Document("failCommands", List.of("find")).append("closeConnection", true));
        try (Signing signing = Signing.holding(ledger, outside)) {
            assertThat(append(signing, "d").join()).isEqualTo(EVENTS);
        }
    }

    @Test
    void lookingForWhatIsMissingChangesNothing() {
        List<Document> before = ledger.commits();

        new LedgerCollection(ledger.database, 1).awaitMajority();

        assertThat(ledger.commits()).isEqualTo(before);
    }

    private void assertNothingIsAppended(SignedCheckpoint outside, String reason) {
        assertNothingIsAppended(Signing.holding(ledger, outside), reason);
    }

    private void assertNothingIsAppended(Signing signing, String reason) {
        List<Document> before = ledger.commits();
        try (signing) {
            assertThatThrownBy(append(signing, "new")::join).hasCauseInstanceOf(LedgerUntrusted.class);
            assertThatThrownBy(append(signing, "newer")::join).hasCauseInstanceOf(LedgerUntrusted.class);
            assertThatThrownBy(signing.signer::sign).isInstanceOf(LedgerUntrusted.class);
            assertThat(signing.trust.doubt())
                    .hasValueSatisfying(doubt -> assertThat(doubt).contains(reason));
            assertThat(ledger.registry.get("casebook.ledger.trusted").gauge().value())
                    .isZero();
        }
        assertThat(ledger.commits()).isEqualTo(before);
    }

    private SignedCheckpoint signed(long size) {
        return TestLog.sign(ledger, size, TestLog.KEY);
    }

    private static CompletableFuture<Long> append(Signing signing, String aggregate) {
        return signing.writer().append(List.of(TestLedger.pending(aggregate, 0)));
    }
}
