package casebook.verify;

import casebook.transparency.InclusionProof;
import casebook.transparency.LogProof;
import casebook.transparency.ProofCheck;
import casebook.transparency.SignedCheckpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that each event of a bundle is proven to be in the ledger that the checkpoint signs. */
final class BundleCheck {

    private final Bundle bundle;
    private final SignedCheckpoint checkpoint;
    private final List<BundledEvent> events;

    BundleCheck(Bundle bundle, SignedCheckpoint checkpoint, List<BundledEvent> events) {
        this.bundle = bundle;
        this.checkpoint = checkpoint;
        this.events = events;
    }

    void proofs() {
        Map<Long, InclusionProof> proofs = ProofsFile.read(bundle);
        for (BundledEvent event : events) {
            InclusionProof proof = proofs.remove(event.index());
            if (proof == null) {
                throw unproven(event, Bundle.PROOFS);
            }
            if (proof.size() != checkpoint.checkpoint().size()) {
                throw Wrong.Kind.ALTERED.with("The proof of event %d is for %d events, and the checkpoint for %d."
                        .formatted(
                                event.index(),
                                proof.size(),
                                checkpoint.checkpoint().size()));
            }
            require(event, proof.check(event.leaf(), checkpoint.checkpoint().root()), Bundle.PROOFS);
        }
        proofs.keySet().stream().findFirst().ifPresent(index -> {
            throw withoutEvent(index, Bundle.PROOFS);
        });
    }

    void logProofs() {
        Map<Long, BundledEvent> byIndex =
                events.stream().collect(Collectors.toMap(BundledEvent::index, event -> event));
        Set<Long> proven = new HashSet<>();
        for (String file : bundle.logProofs()) {
            LogProof proof = Wrong.unlessMalformed(file, () -> LogProof.parse(bundle.bytes(file)));
            BundledEvent event = byIndex.get(proof.inclusion().index());
            if (event == null) {
                throw withoutEvent(proof.inclusion().index(), file);
            }
            if (!proof.checkpoint().checkpoint().equals(checkpoint.checkpoint())) {
                throw Wrong.Kind.ALTERED.with("%s has another checkpoint than the bundle.".formatted(file));
            }
            require(event, proof.check(event.leaf()), file);
            proven.add(event.index());
        }
        events.stream()
                .filter(event -> !proven.contains(event.index()))
                .findFirst()
                .ifPresent(event -> {
                    throw unproven(event, "a file *.tlog-proof");
                });
    }

    private static void require(BundledEvent event, ProofCheck check, String file) {
        if (!check.holds()) {
            throw Wrong.Kind.ALTERED.with("Event %d, or its proof in %s: %s.".formatted(event.index(), file, check));
        }
    }

    private static Wrong unproven(BundledEvent event, String file) {
        return Wrong.Kind.ADDED.with("Event %d has no proof in %s.".formatted(event.index(), file));
    }

    private static Wrong withoutEvent(long index, String file) {
        return Wrong.Kind.MISSING.with("Event %d is not there, but has a proof in %s.".formatted(index, file));
    }
}
