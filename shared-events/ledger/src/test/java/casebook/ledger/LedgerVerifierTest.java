package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.ledger.LedgerFault.Kind;
import casebook.transparency.Hash;
import casebook.transparency.SignatureType;
import casebook.transparency.SignedCheckpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ObjectAssert;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever somebody does to the stored ledger is found, and named with its place. */
class LedgerVerifierTest {

    /** Commits of 1, 2, 4, 8, 1, 3 and 21 events. */
    private static final int[] COMMITS = {1, 2, 4, 8, 1, 3, 21};

    private static final long EVENTS = 40;

    private final TestLedger ledger = TestLedger.open();
    private final Tampering tampering = new Tampering(ledger);
    private final CheckpointStore checkpoints = new CheckpointStore(ledger.database);
    private final LedgerVerifier verifier = new LedgerVerifier(ledger.database, Set.of());

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
    void soundLedgerIsVerifiedToItsEndAgainstEveryCheckpoint() throws InterruptedException {
        List<Long> progress = new ArrayList<>();
        store(0, 1, 12, 18, EVENTS);

        Verification result = verifier.verify(List.of(), (events, total) -> {
            assertThat(total).isEqualTo(EVENTS);
            progress.add(events);
        });

        assertThat(result).isEqualTo(new Verification(EVENTS, 5, EVENTS, null));
        assertThat(result.ok()).isTrue();
        assertThat(progress).containsExactly(EVENTS);
    }

    @Test
    void emptyLedgerIsSound() throws InterruptedException {
        try (TestLedger empty = TestLedger.open()) {
            new CheckpointStore(empty.database).add(TestLog.stored(empty, 0));

            assertThat(new LedgerVerifier(empty.database, Set.of()).verify(List.of(), (_, _) -> {}))
                    .isEqualTo(new Verification(0, 1, 0, null));
        }
    }

    @Test
    void linesThatAreNotPlainAreUnderstoodToo() throws InterruptedException {
        ledger.engine.appendEvents(List.of(
                TestLedger.event("quote \" and \\ back", 0, "Hữu Nghị", Instant.parse("2031-12-31T23:59:59Z")),
                TestLedger.event("ước", 0, "late", Instant.parse("+12026-03-14T08:30:00Z"))));
        Soundness.check(ledger);

        assertThat(verify().ok()).isTrue();
    }

    @Test
    void editedPayloadIsFoundByTheTreeOfItsCommit() throws InterruptedException {
        tampering.edit(5, "note 2", "nope 2");

        // The commit has the events from 3 to 6; of a tree of 7 the second perfect subtree has 4 and 5.
        assertFault(Kind.ALTERED, 4, 6)
                .extracting(LedgerFault::detail)
                .asString()
                .contains("from 4 to 5");
    }

    @Test
    void editedPayloadIsNarrowedDownByTheRecordedSubtrees() throws InterruptedException {
        // The commit has the events from 19 to 39; of a tree of 40 the last perfect subtree has those from 32 on.
        tampering.edit(35, "note 16", "nope 16");

        assertFault(Kind.ALTERED, 32, 40);
    }

    @Test
    void editedPayloadOfASingleEventIsFoundExactly() throws InterruptedException {
        tampering.edit(15, "note 0", "nope 0");

        assertFault(Kind.ALTERED, 15, 16);
    }

    @Test
    void editedRootAndFrontierAreFound() throws InterruptedException {
        Binary other = new Binary(Hash.leaf(new byte[0]).toBytes());
        tampering.change(5, commit -> commit.get("tree", Document.class).put("root", other));
        assertFault(Kind.ALTERED, 3, 7);
        tampering.recomputeTrees();
        tampering.change(
                15,
                commit -> commit.get("tree", Document.class)
                        .getList("frontier", Binary.class)
                        .set(0, other));
        assertFault(Kind.ALTERED, 15, 16);
        tampering.recomputeTrees();
        tampering.change(
                15,
                commit -> commit.get("tree", Document.class)
                        .getList("frontier", Binary.class)
                        .add(other));
        assertFault(Kind.ALTERED, 15, 16);
    }

    @Test
    void commitDeletedInTheMiddleIsMissing() throws InterruptedException {
        tampering.deleteCommitWith(10);

        assertFault(Kind.MISSING, 7, 15);
    }

    @Test
    void eventDeletedFromTheMiddleOfACommitIsMissing() throws InterruptedException {
        tampering.change(10, commit -> {
            Tampering.eventsOf(commit).remove(3);
            commit.put("n", 7);
        });

        assertFault(Kind.MISSING, 10, 11)
                .extracting(LedgerFault::detail)
                .asString()
                .contains("Event 11 stands");
    }

    @Test
    void eventDeletedFromTheEndOfACommitIsMissing() throws InterruptedException {
        tampering.change(10, commit -> Tampering.eventsOf(commit).removeLast());

        assertFault(Kind.MISSING, 14, 15);
    }

    @Test
    void deletedNewestCommitIsFoundByACheckpointAlone() throws InterruptedException {
        store(18, EVENTS);
        tampering.deleteCommitWith(EVENTS - 1);

        assertFault(Kind.MISSING, 19, EVENTS);
        ledger.database.getCollection(CheckpointStore.NAME).drop();
        assertThat(verify().ok()).isTrue();
    }

    @Test
    void deletedNewestCommitIsFoundByACheckpointHeldElsewhere() throws InterruptedException {
        SignedCheckpoint held = TestLog.sign(ledger, EVENTS, TestLog.KEY);
        tampering.deleteCommitWith(EVENTS - 1);

        assertThat(verify(held).fault())
                .extracting(LedgerFault::kind, LedgerFault::index, LedgerFault::end)
                .containsExactly(Kind.MISSING, 19L, EVENTS);
    }

    @Test
    void eventsSwappedInACommitAreMisplaced() throws InterruptedException {
        tampering.swap(8, 12);

        assertFault(Kind.MISPLACED, 8, 9)
                .extracting(LedgerFault::detail)
                .asString()
                .contains("Event 12 stands");
    }

    @Test
    void eventsSwappedBetweenCommitsAreFoundAtTheFirst() throws InterruptedException {
        Document early = tampering.eventAt(4);
        Document late = tampering.eventAt(20);
        late.put("s", 100L);
        tampering.put(4, late);
        tampering.put(20, early);

        assertFault(Kind.MISSING, 4, 5)
                .extracting(LedgerFault::detail)
                .asString()
                .contains("Event 20 stands");
    }

    @Test
    void eventsSwappedAndNumberedAnewAreFoundByTheTree() throws InterruptedException {
        tampering.swap(8, 12);
        tampering.edit(8, "{\"index\":12,", "{\"index\":8,");
        tampering.edit(12, "{\"index\":8,", "{\"index\":12,");

        assertFault(Kind.ALTERED, 8, 12);
    }

    @Test
    void rewrittenTailWithTrueRootsIsFoundByACheckpointAlone() throws InterruptedException {
        store(12, 18, 30, EVENTS);
        SignedCheckpoint held = TestLog.sign(ledger, EVENTS, TestLog.KEY);
        tampering.edit(25, "note 6", "nope 6");
        tampering.recomputeTrees();

        assertFault(Kind.CONTRADICTED, 18, 30)
                .extracting(LedgerFault::detail)
                .asString()
                .contains("size 30");
        ledger.database.getCollection(CheckpointStore.NAME).drop();
        assertThat(verify().ok()).isTrue();
        assertThat(verify(held).fault())
                .extracting(LedgerFault::kind, LedgerFault::index, LedgerFault::end)
                .containsExactly(Kind.CONTRADICTED, 0L, EVENTS);
    }

    @Test
    void checkpointThatTheKeyDidNotSignIsForged() throws InterruptedException {
        store(12);
        StoredCheckpoint genuine = TestLog.stored(ledger, 18);
        tampering.edit(15, "note 0", "nope 0");
        tampering.recomputeTrees();
        StoredCheckpoint forged = TestLog.stored(ledger, 18);
        String signature = genuine.note().substring(genuine.note().indexOf("\u2014"));
        String note = forged.note().substring(0, forged.note().indexOf("\u2014")) + signature;
        checkpoints.add(new StoredCheckpoint(18, note, genuine.key(), genuine.at()));

        assertFault(Kind.FORGED, 12, 18);
    }

    @Test
    void rewrittenTailWithForgedCheckpointsIsFoundWhereTheForgeryBegins() throws InterruptedException {
        store(12, 18);
        StoredCheckpoint genuine = TestLog.stored(ledger, EVENTS);
        tampering.edit(25, "note 6", "nope 6");
        tampering.recomputeTrees();
        for (long size : new long[] {30, EVENTS}) {
            SignedCheckpoint signed = TestLog.sign(ledger, size, TestLog.key(TestLog.ORIGIN, SignatureType.ED25519));
            checkpoints.add(new StoredCheckpoint(size, signed.toString(), genuine.key(), genuine.at()));
        }

        assertFault(Kind.FORGED, 18, 30);
    }

    @Test
    void checkpointOfAnotherSizeOrFormIsForged() throws InterruptedException {
        StoredCheckpoint genuine = TestLog.stored(ledger, 18);
        checkpoints.add(new StoredCheckpoint(30, genuine.note(), genuine.key(), genuine.at()));
        assertFault(Kind.FORGED, 0, 30);
        ledger.database.getCollection(CheckpointStore.NAME).drop();
        checkpoints.add(new StoredCheckpoint(18, "no note", genuine.key(), genuine.at()));
        assertFault(Kind.FORGED, 0, 18);
        ledger.database.getCollection(CheckpointStore.NAME).drop();
        ledger.database.getCollection(CheckpointStore.NAME).insertOne(new Document("_id", 18L));
        assertFault(Kind.FORGED, 0, 1);
    }

    @Test
    void onlyTrustedKeysCountWhereTheyAreNamed() throws InterruptedException {
        store(EVENTS);
        LedgerVerifier ours = new LedgerVerifier(ledger.database, Set.of(TestLog.KEY.verifier()));
        LedgerVerifier others = new LedgerVerifier(
                ledger.database,
                Set.of(TestLog.key(TestLog.ORIGIN, SignatureType.ED25519).verifier()));

        assertThat(ours.verify(List.of(), (_, _) -> {}).ok()).isTrue();
        assertThat(others.verify(List.of(), (_, _) -> {}).fault())
                .extracting(LedgerFault::kind)
                .isEqualTo(Kind.FORGED);
    }

    @Test
    void whatIsStoredBesideALineMustAgreeWithIt() throws InterruptedException {
        for (Document change :
                List.of(new Document("a", "other"), new Document("s", 77L), new Document("k", "OtherType"))) {
            Document before = tampering.eventAt(9);
            Document after = new Document(before);
            after.putAll(change);
            tampering.put(9, after);
            assertFault(Kind.MISLABELLED, 9, 10);
            tampering.put(9, before);
        }
        tampering.change(9, commit -> commit.put("t", new Date(0)));
        assertFault(Kind.MISLABELLED, 7, 15);
    }

    @Test
    void whatIsNotStoredAsTheLedgerDoesIsNamed() throws InterruptedException {
        for (Document change : List.of(
                new Document("n", "8"),
                new Document("events", "none"),
                new Document("more", 1),
                new Document("tree", new Document("root", 1)))) {
            Document[] before = new Document[1];
            tampering.change(9, commit -> {
                before[0] = new Document(commit);
                commit.putAll(change);
            });
            assertThat(verify().fault())
                    .extracting(LedgerFault::kind)
                    .as(change.toJson())
                    .isEqualTo(Kind.MALFORMED);
            ledger.database.getCollection(LedgerCollection.NAME).replaceOne(new Document("_id", 7L), before[0]);
        }
        tampering.edit(9, "\"id\":", "\"ID\":");
        assertFault(Kind.MALFORMED, 9, 10);
    }

    @Test
    void commitThatClaimsFewerEventsThanItHasIsNamed() throws InterruptedException {
        tampering.change(EVENTS - 1, commit -> commit.put("n", 0));

        assertFault(Kind.MALFORMED, 19, EVENTS);
    }

    @Test
    void insertedCommitIsMisplaced() throws InterruptedException {
        Document commit = ledger.commits().get(3);
        commit.put("_id", 9L);
        Tampering.eventsOf(commit).forEach(event -> event.put("a", "copy"));
        ledger.database.getCollection(LedgerCollection.NAME).insertOne(commit);

        assertFault(Kind.MISPLACED, 9, 10);
    }

    @Test
    void progressMayBreakTheVerificationOff() {
        assertThatThrownBy(() -> verifier.verify(List.of(), (_, _) -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);
    }

    private void store(long... sizes) {
        for (long size : sizes) {
            checkpoints.add(TestLog.stored(ledger, size));
        }
    }

    private Verification verify(SignedCheckpoint... held) throws InterruptedException {
        return verifier.verify(List.of(held), (_, _) -> {});
    }

    private ObjectAssert<LedgerFault> assertFault(Kind kind, long index, long end) throws InterruptedException {
        Verification result = verify();
        assertThat(result.ok()).isFalse();
        assertThat(result.fault())
                .isNotNull()
                .extracting(LedgerFault::kind, LedgerFault::index, LedgerFault::end)
                .containsExactly(kind, index, end);
        return assertThat(result.fault());
    }
}
