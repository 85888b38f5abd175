package casebook.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the auditor's program. */
@Command(
        name = "casebook-verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks what Casebook says against its signed checkpoints, without trusting Casebook.",
            "It stops at the first thing that is wrong and names it."
        },
        subcommands = {VerifyBundle.class, VerifyLedger.class, VerifyLog.class, VerifyCheckpoints.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all holds",
            "1:something is wrong",
            "2:the command line is wrong, or a file or the log cannot be read"
        })
public final class Verify implements Runnable {

    private static final int WRONG = 1;
    private static final int NOT_CHECKED = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Checks what the arguments say and exits with 0 only if all holds. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Verify())
                .setExecutionExceptionHandler((failure, command, parsed) -> exitCode(failure, command));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to check: bundle, ledger, log or checkpoints.");
    }

    private static int exitCode(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof Wrong) {
            command.getOut().println(failure.getMessage());
            return WRONG;
        }
        if (failure instanceof IOException) {
            return notChecked(failure, command);
        }
        if (failure instanceof UncheckedIOException unchecked) {
            return notChecked(unchecked, command);
        }
        throw failure;
    }

    private static int notChecked(Exception reason, CommandLine command) {
        command.getErr().println("Cannot be checked: " + reason.getMessage());
        return NOT_CHECKED;
    }
}
