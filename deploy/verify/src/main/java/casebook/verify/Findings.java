package casebook.verify;

import casebook.transparency.Checkpoint;
import casebook.transparency.VerifiedSignature;
import java.io.PrintWriter;
import java.util.List;

/** Tells what was found to hold. */
final class Findings {

    private final PrintWriter out;

    Findings(PrintWriter out) {
        this.out = out;
    }

    void signed(String what, Checkpoint checkpoint, List<VerifiedSignature> signatures) {
        out.println("%s: %s, %d events, root hash %s"
                .formatted(
                        what,
                        checkpoint.origin(),
                        checkpoint.size(),
                        checkpoint.root().toBase64()));
        for (VerifiedSignature signature : signatures) {
            out.println(
                    signature.time() == null
                            ? "  signed by " + signature.key()
                            : "  cosigned by %s at %s".formatted(signature.key(), signature.time()));
        }
    }

    void say(String sentence, Object... values) {
        out.println(sentence.formatted(values));
    }

    /** Nothing that was checked is wrong. */
    void end() {
        out.println("All that was checked holds.");
        out.flush();
    }
}
