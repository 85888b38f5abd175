package casebook.verify;

import casebook.transparency.CompactRange;
import casebook.transparency.Hash;
import java.util.ArrayList;
import java.util.List;

/** Computes the tree anew, entry by entry, and compares its root with each checkpoint when its size is reached. */
final class TreeCheck {

    private final List<Checkpoints.Named> checkpoints;
    private final List<Boolean> holds = new ArrayList<>();
    private CompactRange tree = CompactRange.EMPTY;

    TreeCheck(Checkpoints checkpoints) {
        this.checkpoints = checkpoints.all();
        compare();
    }

    void append(Hash leaf) {
        tree = tree.append(leaf);
        compare();
    }

    /** How many entries there were. */
    long size() {
        return tree.size();
    }

    /** Throws what is wrong, if anything is, now that all entries are there. */
    void finish() {
        int bad = holds.indexOf(false);
        if (bad >= 0) {
            throw differing(bad);
        }
        if (holds.size() < checkpoints.size()) {
            Checkpoints.Named beyond = checkpoints.get(holds.size());
            throw Wrong.Kind.MISSING.with("%s covers events that are not there: %s."
                    .formatted(beyond, size() == 0 ? "none is there" : "the last one is event " + (size() - 1)));
        }
        long covered = checkpoints.get(checkpoints.size() - 1).size();
        if (size() > covered) {
            throw Wrong.Kind.ADDED.with(
                    "Event %d stands after all that a checkpoint covers (%d events); %d events are there."
                            .formatted(covered, covered, size()));
        }
    }

    private void compare() {
        while (holds.size() < checkpoints.size()
                && checkpoints.get(holds.size()).size() == tree.size()) {
            holds.add(tree.root()
                    .equals(checkpoints.get(holds.size()).checkpoint().root()));
        }
    }

    private Wrong differing(int bad) {
        Checkpoints.Named checkpoint = checkpoints.get(bad);
        long from = bad == 0 ? 0 : checkpoints.get(bad - 1).size();
        int later = holds.lastIndexOf(true);
        if (later > bad) {
            return Wrong.Kind.NOT_EXTENDED.with(
                    "%s is not extended by %s, which is that of these events: the past was rewritten between event %d and event %d."
                            .formatted(
                                    checkpoint,
                                    Checkpoints.lower(checkpoints.get(later)),
                                    from,
                                    checkpoint.size() - 1));
        }
        return Wrong.Kind.ALTERED.with("%s does not cover these events: %s altered, added or removed."
                .formatted(
                        checkpoint,
                        checkpoint.size() - from == 1
                                ? "event " + from + " was"
                                : "between event %d and event %d something was"
                                        .formatted(from, checkpoint.size() - 1)));
    }
}
