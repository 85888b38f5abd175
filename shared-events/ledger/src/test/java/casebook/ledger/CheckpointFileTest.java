package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.transparency.Checkpoint;
import casebook.transparency.CheckpointJournal;
import casebook.transparency.Hash;
import casebook.transparency.SignatureType;
import casebook.transparency.SignedCheckpoint;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void choosePath() {
        path = folder.resolve("of").resolve("the log").resolve("checkpoints");
    }

    @Test
    void whatIsAppendedIsReadInOrderAndWhatWasThereStays() throws IOException {
        CheckpointFile file = open();
        assertThat(file.newest()).isEmpty();
        byte[] before = new byte[0];
        for (long size : new long[] {0, 3, 4, 700}) {
            file.append(checkpoint(size));

            byte[] after = Files.readAllBytes(path);
            assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
            assertThat(after).hasSizeGreaterThan(before.length);
            assertThat(file.newest()).contains(checkpoint(size));
            before = after;
        }
        assertThat(records()).containsExactly(checkpoint(0), checkpoint(3), checkpoint(4), checkpoint(700));
        assertThat(open().newest()).contains(checkpoint(700));
    }

    @Test
    void whatIsNotLargerThanTheLastIsNotAppended() throws IOException {
        CheckpointFile file = open();
        file.append(checkpoint(5));
        file.append(checkpoint(5));
        file.append(checkpoint(4));

        assertThat(records()).containsExactly(checkpoint(5));
    }

    @Test
    void whatIsAppendedIsForcedToDiskAndSoIsTheNewFilesName() throws IOException {
        List<String> forced = new ArrayList<>();
        Path events = folder.resolve("events.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            open().append(checkpoint(5));
            recording.stop();
            recording.dump(events);
        }
        RecordingFile.readAllEvents(events).forEach(event -> forced.add(event.getString("path")));

        assertThat(forced).contains(path.toString(), path.getParent().toString());
    }

    @Test
    void whatACrashLeftHalfWrittenIsCutOff() throws IOException {
        open().append(checkpoint(5));
        long whole = Files.size(path);
        byte[] next = CheckpointJournal.record(checkpoint(9));
        byte[] first = Files.readAllBytes(path);
        for (int written = 0; written < next.length; written++) {
            byte[] torn = Arrays.copyOf(first, first.length + written);
            System.arraycopy(next, 0, torn, first.length, written);
            Files.write(path, torn);

            CheckpointFile file = open();
            assertThat(file.newest()).as("%d bytes written", written).contains(checkpoint(5));
            file.append(checkpoint(12));
            assertThat(records()).containsExactly(checkpoint(5), checkpoint(12));
            assertThat(Files.size(path)).isGreaterThan(whole);
        }
    }

    @Test
    void zerosThatAPowerCutLeftAtTheEndAreCutOff() throws IOException {
        open().append(checkpoint(5));
        byte[] whole = Files.readAllBytes(path);
        byte[] next = CheckpointJournal.record(checkpoint(9));
        for (int written : new int[] {0, 1, next.length / 2}) {
            byte[] torn = Arrays.copyOf(whole, whole.length + 512);
            System.arraycopy(next, 0, torn, whole.length, written);
            Files.write(path, torn);

            open().append(checkpoint(12));
            assertThat(records()).containsExactly(checkpoint(5), checkpoint(12));
        }
    }

    @Test
    void aFirstRecordThatWasCutOffIsWrittenAnew() throws IOException {
        byte[] record = CheckpointJournal.record(checkpoint(9));
        Files.createDirectories(path.getParent());
        Files.write(path, Arrays.copyOf(record, record.length - 1));

        assertThat(open().newest()).isEmpty();
        open().append(checkpoint(12));
        assertThat(records()).containsExactly(checkpoint(12));
    }

    @Test
    void aNoteOfManySignaturesIsFoundWhole() throws IOException {
        SignedCheckpoint large = checkpoint(9)
                .with(IntStream.range(0, 99)
                        .mapToObj(i -> TestLog.key("witness-" + "w".repeat(200) + i, SignatureType.COSIGNATURE)
                                .cosign(checkpoint(9).note().text(), TestLedger.TIME))
                        .toList());
        CheckpointFile file = open();
        file.append(checkpoint(5));
        file.append(large);
        file.append(checkpoint(12));

        assertThat(records()).containsExactly(checkpoint(5), large, checkpoint(12));
    }

    @Test
    void aFileOfSomethingElseIsRefusedAndLeftAlone() throws IOException {
        SignedCheckpoint other = new Checkpoint("other.example/log", 1, Hash.ofEmptyTree())
                .sign(TestLog.key("other.example/log", SignatureType.ED25519));
        Files.createDirectories(path.getParent());
        for (String content : List.of(
                "precious",
                new String(CheckpointJournal.record(other)),
                new String(CheckpointJournal.record(checkpoint(3))) + "precious",
                "x".repeat(10_000_000))) {
            Files.writeString(path, content);

            assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining(path.toString());
            assertThat(Files.readString(path)).isEqualTo(content);
        }
    }

    @Test
    void severalMayShareTheFile() throws IOException, InterruptedException {
        int writers = 4;
        CountDownLatch done = new CountDownLatch(writers);
        for (int writer = 0; writer < writers; writer++) {
            CheckpointFile file = open();
            Thread.ofPlatform().start(() -> {
                LongStream.range(0, 50).forEach(size -> append(file, size));
                done.countDown();
            });
        }
        done.await();

        List<SignedCheckpoint> records = records();
        assertThat(records)
                .extracting(record -> record.checkpoint().size())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(records.getLast()).isEqualTo(checkpoint(49));
    }

    private CheckpointFile open() throws IOException {
        return new CheckpointFile(path, TestLog.ORIGIN);
    }

    private List<SignedCheckpoint> records() throws IOException {
        List<SignedCheckpoint> records = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            CheckpointJournal.read(in, records::add);
        }
        return records;
    }

    private static void append(CheckpointFile file, long size) {
        try {
            file.append(checkpoint(size));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SignedCheckpoint checkpoint(long size) {
        return new Checkpoint(TestLog.ORIGIN, size, Hash.ofEmptyTree()).sign(TestLog.KEY);
    }
}
