package casebook.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that an auditor gets. */
class RunnableJarIT {

    private static final int MEGABYTE = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void jarIsSmall() throws IOException {
        assertThat(Files.size(jar())).isLessThan(MEGABYTE);
    }

    @Test
    void jarRunsByItself() throws IOException, InterruptedException {
        SampleLedger ledger = SampleLedger.of(600);
        Path export = Files.write(folder.resolve("ledger.ndjson"), ledger.export());
        Path checkpoints = Files.write(folder.resolve("checkpoints"), ledger.journal(300, 600));
        Path edited =
                Files.write(folder.resolve("edited.ndjson"), ledger.edited(3).export());
        Path bundle = new SampleBundle(ledger, 3, 4, 5).write(folder.resolve("bundle.zip"));
        String key = SampleLedger.KEY.toString();

        assertThat(exitCode("ledger", export.toString(), "--checkpoint", checkpoints.toString(), "--key", key))
                .isZero();
        assertThat(exitCode("ledger", edited.toString(), "--checkpoint", checkpoints.toString(), "--key", key))
                .isEqualTo(1);
        assertThat(exitCode("bundle", bundle.toString(), "--key", key)).isZero();
        assertThat(exitCode("bundle")).isEqualTo(2);
    }

    private int exitCode(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                jar().toString()),
                        Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
