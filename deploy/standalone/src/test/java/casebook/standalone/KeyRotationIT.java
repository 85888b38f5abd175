package casebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As docs/verifying.md describes it. */
class KeyRotationIT {

    @TempDir
    private Path data;

    @Test
    void aNewKeySignsOnAndWhatTheFormerOneSignedStaysVerifiable() throws Exception {
        var keys = data.resolve("casebook/checkpoint-keys");
        var held = data.resolve("casebook/checkpoints").toString();
        try (var casebook = RunningStandalone.start(data)) {
            casebook.loaded(firstFilings(5), "--stations", RunningStandalone.sample("nghe-an.stations.ndjson"));
            casebook.checkpoint();
        }
        var former = Files.readString(keys).strip();
        Files.delete(data.resolve("casebook/checkpoint-signing.key"));
        try (var casebook = RunningStandalone.start(data)) {
            casebook.loaded(firstFilings(9));
            casebook.checkpoint();
            var auditor = casebook.token("AUDITOR");
            var url = "http://127.0.0.1:" + casebook.queryPort;

            var present = casebook.get(casebook.queryPort, "/api/v1/audit/key", auditor)
                    .body()
                    .strip();
            assertThat(Files.readAllLines(keys)).containsExactly(former, present);
            assertThat(AuditorsProgram.run("checkpoints", held, "--url", url, "--key", keys.toString()))
                    .returns(0, AuditorsProgram::exitCode);
            assertThat(AuditorsProgram.run("log", url, "--key", present, "--token", auditor))
                    .returns(0, AuditorsProgram::exitCode);
            var formerAlone = AuditorsProgram.run("checkpoints", held, "--key", former);
            assertThat(formerAlone.exitCode()).isEqualTo(1);
            assertThat(formerAlone.output()).contains("WRONG KEY");
            assertThat(casebook.post(casebook.queryPort, "/api/v1/audit/verify", "", auditor)
                            .body())
                    .endsWith("\n")
                    .contains("\"ok\":true");
        }
    }

    private String firstFilings(int count) throws Exception {
        var all = Files.readAllLines(Path.of(RunningStandalone.sample("nghe-an.ndjson")));
        return Files.write(data.resolve("first-" + count + ".ndjson"), all.subList(0, count))
                .toString();
    }
}
