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
                .execute("stream", "--listeners=100", "--rate=20", "--seconds=1", "--folder=" + folder);
        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("100 listeners", "told/s", "p99");
        assertThat(folder).isEmptyDirectory();
    }
}
