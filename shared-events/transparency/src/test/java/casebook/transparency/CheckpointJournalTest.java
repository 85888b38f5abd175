package casebook.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointJournalTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SignerKey LOG = SignerKey.generate("log.example", SignatureType.ED25519, RANDOM);
    private static final SignerKey WITNESS = SignerKey.generate("witness.example", SignatureType.COSIGNATURE, RANDOM);
    private static final SignedCheckpoint FIRST =
            Checkpoint.of("log.example", CompactRange.EMPTY).sign(LOG);
    private static final SignedCheckpoint SECOND = Checkpoint.of(
                    "log.example", CompactRange.over(NaiveTree.ofSize(3).leaves()))
            .sign(LOG);
    private static final SignedCheckpoint COSIGNED =
            SECOND.with(List.of(WITNESS.cosign(SECOND.checkpoint().toString(), Instant.EPOCH)));

    @Test
    void recordsAreReadInTheOrderOfTheFile() throws IOException {
        assertThat(read(journal(FIRST, SECOND, COSIGNED))).containsExactly(FIRST, SECOND, COSIGNED);
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void recordIsTheNoteAndAnEmptyLine() {
        assertThat(CheckpointJournal.record(FIRST)).asString(UTF_8).isEqualTo(FIRST + "\n");
    }

    @Test
    void singleNoteIsAFileOfOneRecord() throws IOException {
        assertThat(read(COSIGNED.toString().getBytes(UTF_8))).containsExactly(COSIGNED);
    }

    @Test
    void whatIsNoCheckpointIsNamedByItsNumber() {
        byte[] torn = (new String(journal(FIRST), UTF_8) + SECOND.toString().substring(0, 90)).getBytes(UTF_8);
        assertThatThrownBy(() -> read(torn)).isInstanceOf(Malformed.class).hasMessageStartingWith("Checkpoint 2: ");
        byte[] tooManyEmptyLines = (FIRST + "\n\n" + SECOND).getBytes(UTF_8);
        assertThatThrownBy(() -> read(tooManyEmptyLines))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("Checkpoint 2: ");
    }

    @Test
    void recordHasALimit() {
        assertThatThrownBy(() -> read(new byte[1_000_001]))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("longer");
    }

    private static List<SignedCheckpoint> read(byte[] bytes) throws IOException {
        List<SignedCheckpoint> checkpoints = new ArrayList<>();
        CheckpointJournal.read(new ByteArrayInputStream(bytes), checkpoints::add);
        return checkpoints;
    }

    private static byte[] journal(SignedCheckpoint... checkpoints) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (SignedCheckpoint checkpoint : checkpoints) {
            bytes.writeBytes(CheckpointJournal.record(checkpoint));
        }
        return bytes.toByteArray();
    }
}
