package casebook.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchmarkTest {

    @TempDir
    private Path folder;

    /** Each measurement fails where a store gives fewer events than it should. */
    @Test
    void wholeBenchmarkRunsAndTellsEveryFigure() {
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(new Benchmark())
                .setOut(new PrintWriter(out))
                .execute(
                        "--rounds=1",
                        "--warm-ups=0",
                        "--millis=20",
                        "--callers=1,64",
                        "--aggregates=4",
                        "--folder=" + folder);

        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .contains("append, 1 caller", "append, 64 callers", "replay with", "full verification", "load average")
                .contains("insertMany of 256", Suite.COMMITS, "hashing alone");
        for (Store store : Store.values()) {
            assertThat(out.toString().lines().filter(line -> line.startsWith(store + " ")))
                    .as("lines of %s", store)
                    .hasSizeGreaterThanOrEqualTo(6);
        }
        assertThat(out.toString().lines().filter(line -> line.matches("(reached|MISSED) .*")))
                .as("goals")
                .hasSize(8);
        assertThat(folder).isEmptyDirectory();
    }
}
