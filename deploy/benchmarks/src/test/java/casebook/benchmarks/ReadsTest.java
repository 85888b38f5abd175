package casebook.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReadsTest {

    @TempDir
    private Path folder;

    @Test
    void readsAreMeasuredFromEmptyLedgerToLastAnswer() {
        var out = new StringWriter();
        var exitCode = new CommandLine(new Benchmark())
                .setOut(new PrintWriter(out))
                .execute(
                        "reads",
                        "--incidents=500",
                        "--rate=200",
                        "--seconds=0",
                        "--filings=50",
                        "--meanwhile=10",
                        "--folder=" + folder);
        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .doesNotContain("FAILED", "MISSED", ": reached")
                .contains("500 incidents in 785 events", "Read model incidents made at", "at 500 incidents")
                .contains("| ten years, an answer that is kept", "| ten years by station and category")
                .contains("| one year as it was known", "| history of a case", "| page 1 of a category, ")
                .contains("| pages of the same at 10 places", "| search: five", "| facets: a category, as of")
                .contains("| from then until it is in a list", "| statistics |")
                .contains("Query service: ", "Command service: ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void filingsAreTheSameInEveryRun() throws IOException {
        var first = generated("first");
        assertThat(first).isEqualTo(generated("second"));
        assertThat(first.lines()).hasSize(500).allMatch(line -> line.startsWith("{\"id\":\""));
        assertThat(Files.readString(folder.resolve("first.stations.ndjson")).lines())
                .hasSize(250);
    }

    private String generated(String name) throws IOException {
        var exitCode = new CommandLine(new Benchmark())
                .execute("generate", folder.resolve(name).toString(), "--incidents=500");
        assertThat(exitCode).isZero();
        return Files.readString(folder.resolve(name + ".ndjson"));
    }
}
