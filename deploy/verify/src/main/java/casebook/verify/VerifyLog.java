package casebook.verify;

import casebook.transparency.SignedCheckpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks all of a running log. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = {
            "Reads all of a running log by its tiles: computes the tree anew and compares it with the log's checkpoint and"
                    + " with older ones. With a token each event is read too."
        })
final class VerifyLog implements Callable<Integer> {

    private static final String OWN = "The log's checkpoint";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "Where /checkpoint and /tile are: http://host:8081")
    @SuppressWarnings("NullAway.Init")
    private URI url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:CASEBOOK_TOKEN:-}",
            showDefaultValue = Help.Visibility.NEVER,
            description = "A bearer token of an AUDITOR (default: $$CASEBOOK_TOKEN); without one only hashes are read.")
    private String token = "";

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint, or a file of checkpoints, that you hold: the log must extend each.")
    private @Nullable Path held;

    @Mixin
    private final KeyOptions trusted = new KeyOptions();

    @Override
    public Integer call() throws IOException {
        Findings findings = new Findings(spec.commandLine().getOut());
        Keys keys = trusted.keys();
        RemoteLog log = new RemoteLog(url);
        SignedCheckpoint live = log.checkpoint();
        findings.signed(OWN, live.checkpoint(), keys.require(live, OWN));
        LogCheck check = new LogCheck(log, checkpoints(new Checkpoints.Named(live.checkpoint(), OWN), keys));
        if (token.isBlank()) {
            check.hashes();
            findings.say("Tiles: each follows from those below it; the events were not read, as there is no token");
        } else {
            check.events(token.strip());
            findings.say("Events and tiles: each as the checkpoint covers it");
        }
        findings.end();
        return 0;
    }

    private Checkpoints checkpoints(Checkpoints.Named own, Keys keys) throws IOException {
        return held == null
                ? new Checkpoints(List.of(own))
                : Checkpoints.read(held, keys).and(own);
    }
}
