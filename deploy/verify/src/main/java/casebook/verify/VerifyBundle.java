package casebook.verify;

import casebook.transparency.SignedCheckpoint;
import casebook.transparency.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a bundle for a court. */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a bundle for a court, a zip: each event against its proof and the signed checkpoint, the hashes of the"
                    + " attachments against the events, and all files against their sums.",
            "Without --key the key that lies in the bundle is believed."
        })
final class VerifyBundle implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ZIP", description = "The bundle.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final KeyOptions trusted = new KeyOptions();

    @Override
    public Integer call() throws IOException {
        Findings findings = new Findings(spec.commandLine().getOut());
        try (Bundle bundle = Bundle.open(file)) {
            SignedCheckpoint checkpoint = Wrong.unlessMalformed(
                    Bundle.CHECKPOINT, () -> SignedCheckpoint.parse(bundle.bytes(Bundle.CHECKPOINT)));
            findings.signed(
                    "The checkpoint",
                    checkpoint.checkpoint(),
                    keys(bundle, findings).require(checkpoint, "The checkpoint"));
            List<BundledEvent> events = BundledEvents.read(bundle);
            BundledEvents.requireOrder(events);
            BundleCheck check = new BundleCheck(bundle, checkpoint, events);
            check.proofs();
            check.logProofs();
            findings.say("Events: %d, each is in the ledger that the checkpoint signs", events.size());
            BundledEvents.requireComplete(events);
            findings.say("Attachments: %d, each recorded by an event", Attachments.check(bundle, events));
            Sums.check(bundle);
            findings.say("Files: each as in %s", Bundle.SUMS);
        }
        findings.end();
        return 0;
    }

    private Keys keys(Bundle bundle, Findings findings) throws IOException {
        VerifierKey own = Wrong.unlessMalformed(
                Bundle.KEY, () -> VerifierKey.parse(bundle.text(Bundle.KEY).strip()));
        if (!trusted.isGiven()) {
            findings.say(
                    "The key is the one in the bundle. Compare it with the one that you know of this log: %s", own);
            return new Keys(List.of(own));
        }
        Keys keys = trusted.keys();
        if (!keys.trusted().contains(own)) {
            throw Wrong.Kind.WRONG_KEY.with("The key in the bundle is none of those given: %s".formatted(own));
        }
        return keys;
    }
}
