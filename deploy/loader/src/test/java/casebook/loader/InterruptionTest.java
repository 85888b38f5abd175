package casebook.loader;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.loader.ScriptedService.Act;
import casebook.loader.ScriptedService.Ending;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InterruptionTest {
    @TempDir
    Path folder;

    @Test
    void anInterruptedLoadTellsHowFarItCame() throws Exception {
        Path file = Files.writeString(folder.resolve("f.ndjson"), "1\n2\n3\n4\n5\n");
        try (ScriptedService service = new ScriptedService(new Act(Ending.SILENCE, 3))) {
            Process program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Load.class.getName(),
                            "--command-url",
                            service.url(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(service.silent.await(30, TimeUnit.SECONDS)).isTrue();
            program.toHandle().destroy();

            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isNotZero();
            assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("of 5 filings have their answer")
                    .contains("Run it again: nothing is filed twice.");
        }
    }
}
