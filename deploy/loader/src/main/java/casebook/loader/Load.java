package casebook.loader;

import java.io.Console;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of {@code deploy/load}. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends a file of filings to Casebook: NDJSON, or CSV by its extension.",
            "Rejected lines are written beside the file with their reasons. It can be run again after any interruption:"
                    + " nothing is filed twice."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every line is filed, now or before",
            "1:some lines were rejected",
            "2:the command line or a file is wrong",
            "3:not finished: run it again"
        })
public final class Load implements Callable<Integer> {
    private static final int REJECTED = 1;
    private static final int WRONG_USE = 2;
    private static final int NOT_FINISHED = 3;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The filings, one a line (NDJSON) or one a row (.csv).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--stations",
            paramLabel = "FILE",
            description = "Stations to register first: NDJSON, one a line, each with its code.")
    private @Nullable Path stations;

    @Option(
            names = "--command-url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:${env:CASEBOOK_COMMAND_PORT:-8080}",
            description = "The command service (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private URI commandUrl;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:CASEBOOK_TOKEN:-}",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description =
                    "A bearer token of an ADMIN (default: $CASEBOOK_TOKEN, else one of the standalone's demo issuer).")
    private String token = "";

    private final Patience patience;

    Load(Patience patience) {
        this.patience = patience;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Load(new Patience())).execute(arguments));
    }

    @Override
    public Integer call() {
        requireReadable(file);
        if (stations != null) {
            requireReadable(stations);
        }
        try {
            return load();
        } catch (BadFile e) {
            return fail(e, WRONG_USE);
        } catch (Refused | BrokenOff e) {
            return fail(e, NOT_FINISHED);
        }
    }

    private int load() {
        CommandService service = new CommandService(commandUrl);
        Token bearer = token.isBlank() ? new DemoToken(service, Clock.systemUTC()) : new GivenToken(token.strip());
        PrintWriter err = spec.commandLine().getErr();
        if (stations != null) {
            int registered =
                    new Stations(service, new Attempts(bearer, patience, err::println), bearer).register(stations);
            spec.commandLine().getOut().println("Stations registered: " + registered);
        }
        Filings filings = Filings.of(file);
        return load(filings, progress -> new BatchLoad(service, bearer, filings, progress, patience));
    }

    private int load(Filings filings, Function<Progress, BatchLoad> batch) {
        Progress progress =
                Progress.of(filings.count(), isTerminal(), spec.commandLine().getErr());
        BatchLoad load = batch.apply(progress);
        Summary summary = new Summary(load, filings, spec.commandLine().getOut());
        Runtime.getRuntime().addShutdownHook(new Thread(summary::print, "summary-when-interrupted"));
        try (progress) {
            load.run();
        } finally {
            summary.print();
        }
        return load.tally().rejected() == 0 ? 0 : REJECTED;
    }

    private void requireReadable(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new ParameterException(spec.commandLine(), "Cannot read the file " + path);
        }
    }

    private int fail(RuntimeException failure, int exitCode) {
        spec.commandLine().getErr().println(failure.getMessage());
        return exitCode;
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
}
