package casebook.verify;

import casebook.transparency.Malformed;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option by which an auditor says whom to trust. */
final class KeyOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = {
                "A verifier key that you trust, or a file with one key a line: of the log, older ones too, and of"
                        + " witnesses. It should have come to you on another way than what you check. Can be repeated."
            })
    @SuppressWarnings("NullAway.Init")
    private List<String> given = List.of();

    boolean isGiven() {
        return !given.isEmpty();
    }

    Keys keys() throws IOException {
        if (given.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say whose signature you trust: --key");
        }
        try {
            return Keys.read(given);
        } catch (Malformed e) {
            throw new ParameterException(spec.commandLine(), "Not a verifier key: " + e.getMessage());
        }
    }
}
