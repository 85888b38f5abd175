package casebook.query.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.http.ProblemException;
import casebook.ledger.LedgerLine;
import casebook.ledger.LedgerReader;
import casebook.ledger.StoredCheckpoint;
import casebook.query.audit.tiles.Checkpoints;
import casebook.query.audit.tiles.LogTiles;
import casebook.query.audit.view.LedgerExport;
import casebook.query.platform.LedgerProblems;
import casebook.query.platform.VirtualThreads;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.LedgerEvents;
import casebook.transparency.Hash;
import casebook.transparency.InclusionProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gathers bundles. A bundle is in memory until it is written: it has the events of one case. */
@Component
public final class Bundles {

    private final LedgerExport export;
    private final LedgerReader ledger;
    private final LedgerEvents events;
    private final Checkpoints checkpoints;
    private final LogTiles tiles;
    private final Timelines timelines;

    Bundles(
            LedgerExport export,
            LedgerReader ledger,
            LedgerEvents events,
            Checkpoints checkpoints,
            LogTiles tiles,
            Timelines timelines) {
        this.export = export;
        this.ledger = ledger;
        this.events = events;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.timelines = timelines;
    }

    /**
     * The bundle of a case or an incident and all that was ever linked to it; empty if there is none.
     *
     * @param position the events below it are in the bundle
     * @return fails with 503 if no checkpoint covers the events in time, and with 500 if what is stored does not lead to the checkpoint
     */
    public Mono<Bundle> of(BundleSubject subject, String id, long position) {
        return export.linked(id, position)
                .flatMap(ids -> eventsOf(ids, position)
                        .flatMap(
                                histories -> VirtualThreads.call(() -> gather(subject, id, ids, histories, position))));
    }

    private Mono<List<List<LedgerEvent>>> eventsOf(Set<String> ids, long position) {
        return Flux.fromIterable(ids)
                .concatMap(id -> events.of(id, position))
                .filter(found -> !found.isEmpty())
                .collectList();
    }

    private @Nullable Bundle gather(
            BundleSubject subject, String id, Set<String> ids, List<List<LedgerEvent>> histories, long position)
            throws InterruptedException {
        List<LedgerLine> lines;
        try (var found = ledger.lines(ids, position)) {
            lines = found.stream().toList();
        }
        if (lines.stream().noneMatch(line -> subject.begins(line, id))) {
            return null;
        }
        var checkpoint = checkpoints.covering(lines.getLast().index() + 1);
        return new Bundle(
                checkpoint, lines, proofs(lines, checkpoint), timelines.of(subject, id, histories, checkpoint));
    }

    private List<InclusionProof> proofs(List<LedgerLine> lines, StoredCheckpoint checkpoint) {
        var root = checkpoint.signed().checkpoint().root();
        var tree = tiles.tree(checkpoint.size());
        var proofs = new ArrayList<InclusionProof>();
        for (var line : lines) {
            var proof = InclusionProof.of(line.index(), checkpoint.size(), tree);
            var check = proof.check(Hash.leaf(line.line().getBytes(UTF_8)), root);
            if (!check.holds()) {
                throw new ProblemException(LedgerProblems.broken(
                        "Event " + line.index() + " is not proven by checkpoint " + checkpoint.size() + ": " + check));
            }
            proofs.add(proof);
        }
        return proofs;
    }
}
