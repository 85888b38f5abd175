package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.mongod.LocalMongod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives the death of a writer and of MongoDB: once, and without a gap. */
class CrashTest {

    private static final int FOR_EVER = 1_000_000;
    private static final int SOME = 200;

    @TempDir
    private Path folder;

    private LocalMongod mongod;
    private TestLedger ledger;

    @BeforeEach
    void start() {
        mongod = LocalMongod.start(folder);
        ledger = TestLedger.open(mongod.connectionString(), "crash", TestLedger.properties(Duration.ofSeconds(60)));
    }

    @AfterEach
    void stop() {
        ledger.close();
        mongod.close();
    }

    @Test
    void killedWriterLosesNothingThatItAcknowledged() throws InterruptedException {
        try (WriterProcess writer = WriterProcess.start(mongod.connectionString(), "crash", FOR_EVER, 8, "own")) {
            WriterProcess.begin(writer);
            Eventually.until("some events", () -> writer.acknowledged().size() > SOME);
            writer.kill();

            assertThat(stored()).containsAllEntriesOf(writer.acknowledged());
        }
        long position = ledger.reader.position();
        assertThat(ledger.submit("after", 0).join()).isEqualTo(position);
    }

    @Test
    void killedMongodLosesNothingThatItAcknowledgedAndEveryoneGoesOn() throws Exception {
        try (WriterProcess writer = WriterProcess.start(mongod.connectionString(), "crash", FOR_EVER, 8, "own");
                BlockingStream<TrackedEventMessage<?>> stream = ledger.source.openStream(null)) {
            WriterProcess.begin(writer);
            for (int outage = 1; outage <= 2; outage++) {
                int known = writer.acknowledged().size();
                Eventually.until("some more events", () -> writer.acknowledged().size() > known + SOME);
                mongod.kill();
                mongod.restart();
            }
            int known = writer.acknowledged().size();
            Eventually.until("still more events", () -> writer.acknowledged().size() > known + SOME);
            writer.kill();

            assertThat(writer.others()).as("refused or unknown").isEmpty();
            assertThat(stored()).containsAllEntriesOf(writer.acknowledged());
            assertStreamsAll(stream);
        }
        long position = ledger.reader.position();
        assertThat(ledger.submit("after", 0).join()).isEqualTo(position);
    }

    private Map<EventKey, Long> stored() {
        return Soundness.check(ledger);
    }

    /** The stream that was opened before the outages still gives every event once, in order. */
    private void assertStreamsAll(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        long position = ledger.reader.position();
        for (long index = 0; index < position; index++) {
            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().trackingToken().position()).hasValue(index);
        }
    }
}
