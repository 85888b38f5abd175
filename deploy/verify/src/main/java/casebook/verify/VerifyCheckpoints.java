package casebook.verify;

import casebook.transparency.SignedCheckpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks that checkpoints extend one another. */
@Command(
        name = "checkpoints",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the signatures of checkpoints, that none has fewer events than the one before it and, with --url, that"
                    + " the running log extends each. For the latter a few tiles are read, and no token is needed. Against"
                    + " an exported ledger, checkpoints are checked by: ledger FILE --checkpoint FILE"
        })
final class VerifyCheckpoints implements Callable<Integer> {

    private static final String OWN = "The log's checkpoint";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "Checkpoints, the oldest first, each followed by an empty line; or a single one.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--url", paramLabel = "URL", description = "Where /checkpoint and /tile are: http://host:8081")
    private @Nullable URI url;

    @Mixin
    private final KeyOptions trusted = new KeyOptions();

    @Override
    public Integer call() throws IOException {
        Findings findings = new Findings(spec.commandLine().getOut());
        Keys keys = trusted.keys();
        Checkpoints checkpoints = Checkpoints.read(file, keys);
        findings.say(
                "Checkpoints: %d, each signed, from %d to %d events",
                checkpoints.all().size(),
                checkpoints.all().get(0).size(),
                checkpoints.newest().size());
        if (url == null) {
            findings.say("That they extend one another was not checked: it takes --url, or an exported ledger");
        } else {
            RemoteLog log = new RemoteLog(url);
            SignedCheckpoint live = log.checkpoint();
            findings.signed(OWN, live.checkpoint(), keys.require(live, OWN));
            new TileProofs(log).check(checkpoints.and(new Checkpoints.Named(live.checkpoint(), OWN)));
            findings.say("The log extends each of them");
        }
        findings.end();
        return 0;
    }
}
