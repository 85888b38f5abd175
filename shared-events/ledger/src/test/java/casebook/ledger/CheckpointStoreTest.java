package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.transparency.Checkpoint;
import casebook.transparency.Hash;
import casebook.transparency.NoteSignature;
import casebook.transparency.SignatureType;
import casebook.transparency.SignerKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckpointStoreTest {

    private static final String ORIGIN = "casebook.example/ledger";
    private static final SignerKey KEY = key(ORIGIN, SignatureType.ED25519);

    private final TestLedger ledger = TestLedger.open();
    private final CheckpointStore store = new CheckpointStore(ledger.database);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void checkpointsAreFoundBySize() {
        assertThat(store.newest()).isEmpty();
        for (long size : List.of(0L, 300L, 7L)) {
            assertThat(store.add(checkpoint(size))).isTrue();
        }

        assertThat(store.newest()).contains(checkpoint(300));
        assertThat(store.at(7)).contains(checkpoint(7));
        assertThat(store.at(8)).isEmpty();
        assertThat(store.covering(0)).contains(checkpoint(0));
        assertThat(store.covering(8)).contains(checkpoint(300));
        assertThat(store.covering(301)).isEmpty();
        try (Stream<StoredCheckpoint> small = store.upTo(299)) {
            assertThat(small).containsExactly(checkpoint(0), checkpoint(7));
        }
        assertThat(store.at(7).orElseThrow().signed().checkpoint().root()).isEqualTo(Hash.ofEmptyTree());
        assertThat(store.at(7).orElseThrow().verifier()).isEqualTo(KEY.verifier());
    }

    @Test
    void ofTwoCheckpointsOfOneSizeTheFirstStays() {
        StoredCheckpoint first = checkpoint(5);
        StoredCheckpoint second = StoredCheckpoint.of(
                new Checkpoint(ORIGIN, 5, Hash.leaf(new byte[0])).sign(KEY), KEY.verifier(), TestLedger.TIME);

        assertThat(store.add(first)).isTrue();
        assertThat(store.add(second)).isFalse();
        assertThat(store.at(5)).contains(first);
    }

    @Test
    void cosignaturesOfSeveralWitnessesAtOnceAreAllKeptOnceEach() throws InterruptedException {
        store.add(checkpoint(5));
        List<SignerKey> witnesses = IntStream.range(0, 8)
                .mapToObj(i -> key("witness" + i, SignatureType.COSIGNATURE))
                .toList();
        CountDownLatch done = new CountDownLatch(2 * witnesses.size());
        for (SignerKey witness : witnesses) {
            NoteSignature cosignature =
                    witness.cosign(checkpoint(5).signed().note().text(), TestLedger.TIME);
            for (int i = 0; i < 2; i++) {
                Thread.ofVirtual().start(() -> {
                    store.cosign(5, List.of(cosignature));
                    done.countDown();
                });
            }
        }
        done.await();

        StoredCheckpoint cosigned = store.at(5).orElseThrow();
        assertThat(cosigned.note()).startsWith(checkpoint(5).note());
        assertThat(cosigned.signed().note().signatures())
                .extracting(NoteSignature::name)
                .hasSize(1 + witnesses.size())
                .containsAll(
                        witnesses.stream().map(key -> key.verifier().name()).toList());
    }

    @Test
    void aCheckpointThatIsStoredInAnotherFormIsNamed() {
        ledger.database.getCollection(CheckpointStore.NAME).insertOne(new Document("_id", 12L).append("note", 1));

        assertThatThrownBy(store::newest).isInstanceOf(BrokenLedger.class).hasMessageContaining("12");
    }

    private static StoredCheckpoint checkpoint(long size) {
        return StoredCheckpoint.of(
                new Checkpoint(ORIGIN, size, Hash.ofEmptyTree()).sign(KEY), KEY.verifier(), TestLedger.TIME);
    }

    private static SignerKey key(String name, SignatureType type) {
        return SignerKey.generate(name, type, new SecureRandom());
    }
}
