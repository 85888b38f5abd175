package casebook.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StreamTest {

    @TempDir
    private Path folder;

    @Test
    void listenersAreMeasuredAndMissNothing() {
        var out = new StringWriter();
        var exitCode = new CommandLine(new Benchmark())
                .setOut(new PrintWriter(out))
                .execute("stream", "--listeners=100", "--rate=30", "--seconds=1", "--folder=" + folder);
        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .contains("100 listeners", "30 events filed at", "of 30/s", "told/s", "p99", "load average")
                .doesNotContain("FAILED");
        assertThat(folder).isEmptyDirectory();
    }

    /** Nobody would see everything. */
    @Test
    void fewerListenersThanOneHundredAreRefused() {
        var err = new StringWriter();
        var exitCode = new CommandLine(new Benchmark())
                .setErr(new PrintWriter(err))
                .execute("stream", "--listeners=99", "--folder=" + folder);
        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("100 listeners at least");
        assertThat(folder).isEmptyDirectory();
    }
}
