package casebook.loader;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.loader.ScriptedService.Act;
import casebook.loader.ScriptedService.Ending;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class LoadTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void allLinesAreFiledInOneBatch() throws IOException {
        try (ScriptedService service = new ScriptedService()) {
            assertThat(load(service, filings(1000))).isZero();

            assertThat(service.filed).hasSize(1000);
            assertThat(service.contentTypes).containsExactly("application/x-ndjson");
            assertThat(service.tokens).containsExactly("Bearer demo-1");
            assertThat(out.toString())
                    .startsWith("1,000 filed, 0 duplicates, 0 rejected in ")
                    .contains("Last position: 1000");
        }
    }

    @Test
    void runAgainEverythingIsADuplicateAndThatIsASuccess() throws IOException {
        try (ScriptedService service = new ScriptedService()) {
            Path file = filings(10);
            load(service, file);
            assertThat(load(service, file)).isZero();
            assertThat(out.toString()).contains("0 filed, 10 duplicates");
        }
    }

    @Test
    void rejectedLinesStandBesideTheFileWithTheirReasons() throws IOException {
        Path file = file("filings.ndjson", "{\"a\":1}", "", "{\"bad\": \"ü\"}", "{\"a\":2}", "bad");
        try (ScriptedService service = new ScriptedService()) {
            assertThat(load(service, file)).isEqualTo(1);
        }
        assertThat(folder.resolve("filings.ndjson.rejected.ndjson")).hasContent("""
                        {"line":3,"problem":{"status":400,"title":"Invalid"},"original":"{\\"bad\\": \\"ü\\"}"}
                        {"line":5,"problem":{"status":400,"title":"Invalid"},"original":"bad"}
                        """);
        assertThat(out.toString())
                .contains("2 filed, 0 duplicates, 2 rejected")
                .contains("filings.ndjson.rejected.ndjson");
    }

    @Test
    void aFileWithoutRejectedLinesLeavesNoOldOneBehind() throws IOException {
        Path file = filings(1);
        Files.writeString(folder.resolve("filings.ndjson.rejected.ndjson"), "of an earlier run");
        try (ScriptedService service = new ScriptedService()) {
            load(service, file);
        }
        assertThat(folder.resolve("filings.ndjson.rejected.ndjson")).doesNotExist();
    }

    @Test
    void aCutConnectionIsResumedFromTheFirstLineWithoutAnAnswer() throws IOException {
        try (ScriptedService service = new ScriptedService(
                new Act(Ending.CONNECTION_CUT, 300),
                new Act(Ending.CONNECTION_CUT, 0),
                new Act(Ending.CONNECTION_CUT, 300))) {
            assertThat(load(service, filings(1000))).isZero();

            assertThat(service.filed).hasSize(1000);
            assertThat(service.contentTypes).hasSize(4);
            assertThat(out.toString()).contains("Last position: 1000").doesNotContain("Not finished");
            assertThat(err.toString()).contains("trying again in");
        }
    }

    @Test
    void anAnswerThatEndsEarlyIsResumedAndEachLineCountedOnce() throws IOException {
        try (ScriptedService service =
                new ScriptedService(new Act(Ending.ANSWER_ENDS, 3), new Act(Ending.REFUSED_503, 0))) {
            assertThat(load(service, file("f.ndjson", "1", "bad", "", "2", "3", "bad", "4")))
                    .isEqualTo(1);

            assertThat(out.toString()).contains("4 filed, 0 duplicates, 2 rejected");
            assertThat(folder.resolve("f.ndjson.rejected.ndjson"))
                    .content()
                    .hasLineCount(2)
                    .contains("\"line\":2")
                    .contains("\"line\":6");
        }
    }

    @Test
    void whenTheServiceStaysAwayItSaysThatItCanBeRunAgain() throws IOException {
        Act[] always = Collections.nCopies(10, new Act(Ending.REFUSED_503, 0)).toArray(Act[]::new);
        try (ScriptedService service = new ScriptedService(always)) {
            assertThat(load(service, filings(5))).isEqualTo(3);
            assertThat(service.contentTypes).hasSize(4);
            assertThat(out.toString())
                    .contains("Not finished: 0 of 5")
                    .contains("Run it again: nothing is filed twice.");
            assertThat(err.toString()).contains("503");
        }
    }

    @Test
    void anExpiredDemoTokenIsRenewed() throws IOException {
        try (ScriptedService service = new ScriptedService(new Act(Ending.REFUSED_401, 0))) {
            assertThat(load(service, filings(5))).isZero();
            assertThat(service.tokens).containsExactly("Bearer demo-1", "Bearer demo-2");
        }
    }

    @Test
    void aGivenTokenIsUsedAndItsRefusalIsFinal() throws IOException {
        try (ScriptedService service = new ScriptedService(new Act(Ending.REFUSED_401, 0))) {
            assertThat(load(service, filings(5), "--token", "mine")).isEqualTo(3);
            assertThat(service.tokens).containsExactly("Bearer mine");
        }
    }

    @Test
    void aCsvFileIsSentAsSuchAndResumedWithItsHeader() throws IOException {
        Path file = file("filings.CSV", "id,summary", "1,a", "bad,b", "3,c", "4,d");
        try (ScriptedService service = new ScriptedService(new Act(Ending.CONNECTION_CUT, 2))) {
            assertThat(load(service, file)).isEqualTo(1);
            assertThat(service.contentTypes).containsOnly("text/csv").hasSize(2);
            assertThat(service.filed).contains("1,a", "3,c", "4,d").doesNotContain("id,summary");
        }
        assertThat(folder.resolve("filings.CSV.rejected.ndjson"))
                .content()
                .contains("\"line\":3", "\"original\":\"bad,b\"");
    }

    @Test
    void stationsAreRegisteredFirst() throws IOException {
        Path stations = file(
                "stations.ndjson",
                "{\"code\": \"VN-09-A\", \"name\": \"A\", \"border\": {\"lengthKm\": 231.10}}",
                "",
                "{\"code\": \"VN-09-B\", \"name\": \"B\"}");
        try (ScriptedService service = new ScriptedService()) {
            assertThat(load(service, filings(1), "--stations", stations.toString()))
                    .isZero();
            assertThat(service.stations)
                    .containsEntry("VN-09-A", "{\"name\":\"A\",\"border\":{\"lengthKm\":231.10}}")
                    .containsEntry("VN-09-B", "{\"name\":\"B\"}");
        }
    }

    @Test
    void aStationThatIsRefusedStopsTheLoadBeforeAnyFiling() throws IOException {
        Path stations = file("stations.ndjson", "{\"code\":\"VN-09-A\",\"bad\":1}");
        try (ScriptedService service = new ScriptedService()) {
            assertThat(load(service, filings(1), "--stations", stations.toString()))
                    .isEqualTo(3);
            assertThat(service.filed).isEmpty();
            assertThat(err.toString()).contains("line 1: station VN-09-A: 400");
        }
    }

    @Test
    void aStationWithoutACodeIsNamed() throws IOException {
        Path stations = file("stations.ndjson", "{\"name\":\"A\"}");
        try (ScriptedService service = new ScriptedService()) {
            assertThat(load(service, filings(1), "--stations", stations.toString()))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("line 1 has no member \"code\"");
        }
    }

    @Test
    void aFileThatIsNotThereIsAnErrorOfUse() throws IOException {
        try (ScriptedService service = new ScriptedService()) {
            assertThat(load(service, folder.resolve("none.ndjson"))).isEqualTo(2);
            assertThat(err.toString()).contains("Cannot read the file");
        }
    }

    @Test
    void aServiceThatIsNotThereIsNamed() throws IOException {
        ScriptedService service = new ScriptedService();
        service.close();
        assertThat(load(service, filings(1))).isEqualTo(3);
        assertThat(err.toString()).contains("Cannot reach " + service.url());
        assertThat(out.toString()).contains("Not finished: 0 of 1 ");
    }

    @Test
    void anEmptyFileIsDone() throws IOException {
        try (ScriptedService service = new ScriptedService()) {
            assertThat(load(service, file("empty.ndjson", ""))).isZero();
        }
    }

    /** Both sides would wait for each other for ever if the answer were read only after the whole request. */
    @Test
    void aFileFarLargerThanAllBuffersFlowsThrough() throws IOException {
        try (ScriptedService service = new ScriptedService()) {
            assertThat(load(service, filings(80_000))).isZero();
            assertThat(service.filed).hasSize(80_000);
        }
    }

    private Path filings(int count) throws IOException {
        return file(
                "filings.ndjson",
                IntStream.range(0, count)
                        .mapToObj(i -> "{\"id\":\"%d\",\"summary\":\"%s\"}".formatted(i, "x".repeat(100)))
                        .toArray(String[]::new));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(
                folder.resolve(name), List.of(lines).stream().collect(Collectors.joining("\n", "", "\n")));
    }

    private int load(ScriptedService service, Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--command-url", service.url(), file.toString()));
        arguments.addAll(List.of(options));
        Patience short3 = new Patience(Collections.nCopies(3, Duration.ofMillis(10)));
        return new CommandLine(new Load(short3))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
