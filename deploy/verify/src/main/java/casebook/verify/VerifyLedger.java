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

/** Checks an exported ledger. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an exported ledger (one event a line, as GET /api/v1/audit/events answers; also with gzip) against"
                    + " checkpoints. The more checkpoints there are, the more exactly it says where something is wrong.",
        })
final class VerifyLedger implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The exported ledger; - for standard input.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            required = true,
            description = "A checkpoint, or a file of checkpoints. The newest one covers all of the exported events.")
    @SuppressWarnings("NullAway.Init")
    private Path checkpoint;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The running log: with its tiles an altered event is named exactly. No token is needed.")
    private @Nullable URI url;

    @Mixin
    private final KeyOptions trusted = new KeyOptions();

    @Override
    public Integer call() throws IOException {
        Findings findings = new Findings(spec.commandLine().getOut());
        Keys keys = trusted.keys();
        Checkpoints checkpoints = Checkpoints.read(checkpoint, keys);
        findings.say(
                "Checkpoints: %d, the newest of %d events",
                checkpoints.all().size(), checkpoints.newest().size());
        long events = check(checkpoints, url == null ? null : leaves(new RemoteLog(url), keys));
        findings.say("Events: %d, each as the checkpoints cover it", events);
        findings.end();
        return 0;
    }

    private long check(Checkpoints checkpoints, @Nullable Leaves leaves) throws IOException {
        LedgerCheck ledger = new LedgerCheck(checkpoints, leaves);
        try (Lines lines = Lines.open(file)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                ledger.accept(line);
            }
        }
        return ledger.finish();
    }

    private static Leaves leaves(RemoteLog log, Keys keys) {
        SignedCheckpoint live = log.checkpoint();
        keys.require(live, "The log's checkpoint");
        return new RemoteLeaves(log, live.checkpoint().size());
    }
}
