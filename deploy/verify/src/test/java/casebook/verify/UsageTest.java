package casebook.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

    @TempDir
    private Path folder;

    @Test
    void nothingToCheckIsWrongUse() {
        Run run = Run.of();
        assertThat(run.err()).contains("Say what to check: bundle, ledger, log or checkpoints.");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void unknownCommandIsWrongUse() {
        assertThat(Run.of("everything").exitCode()).isEqualTo(2);
        assertThat(Run.of("ledger", "x", "--key", SampleLedger.KEY).exitCode()).isEqualTo(2);
    }

    @Test
    void whoseSignatureIsTrustedMustBeSaid() {
        Run run = Run.of("checkpoints", "x");
        assertThat(run.err()).contains("Say whose signature you trust: --key");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void keyThatIsNoneIsWrongUse() throws IOException {
        assertThat(Run.of("checkpoints", "x", "--key", "a+b+c").err()).contains("Not a verifier key: ");
        Path file = Files.writeString(folder.resolve("key"), "nothing\n");
        Run run = Run.of("checkpoints", "x", "--key", file);
        assertThat(run.err()).contains("Not a verifier key: ");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void fileThatIsNotThereCannotBeChecked() {
        Run run = Run.of("bundle", folder.resolve("none.zip"));
        assertThat(run.err()).startsWith("Cannot be checked: ");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(Run.of("checkpoints", "x", "--key", folder.resolve("none")).exitCode())
                .isEqualTo(2);
    }

    @Test
    void helpSaysWhatTheExitCodesMean() {
        Run run = Run.of("--help");
        assertThat(run.out()).contains("0   all holds", "1   something is wrong", "bundle", "checkpoints");
        assertThat(run.exitCode()).isZero();
    }
}
