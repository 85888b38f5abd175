package casebook.ledger;

import casebook.ledger.CommitBytes.Part;
import casebook.ledger.LedgerFault.Kind;
import casebook.transparency.LeafRange;
import casebook.transparency.Subtree;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks commit after commit against everything before it. Throws {@link Faulty} at the first that is wrong. */
final class CommitCheck {

    private final TreeHasher tree = new TreeHasher();
    private final CheckpointCheck checkpoints;
    private long time = Instant.EPOCH.toEpochMilli();

    CommitCheck(CheckpointCheck checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** Is to be called once, before anything is checked. */
    void begin() {
        checkpoints.begin(tree);
    }

    /** The number of events so far. */
    long position() {
        return tree.size();
    }

    void check(HashedCommit commit) {
        long begin = position();
        if (commit.index() != HashedCommit.UNKNOWN) {
            checkIndex(begin, commit.index());
        }
        for (byte[] leaf : commit.leaves()) {
            tree.append(leaf);
            checkpoints.grownTo(tree);
        }
        checkFault(commit.fault());
        checkCount(begin, commit.count());
        checkTree(begin, commit);
        checkTime(begin, commit);
        checkpoints.settle();
    }

    /** Is to be called once, after the last commit. */
    void end() {
        checkpoints.endAt(position());
    }

    /** What is found if this was all. */
    Verification result(@Nullable LedgerFault fault) {
        return new Verification(position(), checkpoints.compared(), checkpoints.covered(), fault);
    }

    private static void checkIndex(long begin, long index) {
        if (index > begin) {
            throw Faulty.among(
                    begin, index, Kind.MISSING, "The events from " + begin + " to " + (index - 1) + " are missing");
        }
        if (index < begin) {
            throw Faulty.at(index, Kind.MISPLACED, "A commit begins at " + index + ", inside the one before");
        }
    }

    private void checkFault(@Nullable RuntimeException fault) {
        if (fault instanceof Faulty faulty) {
            throw faulty;
        }
        if (fault != null) {
            throw Faulty.at(position(), Kind.MALFORMED, "After " + position() + " events: " + fault.getMessage());
        }
    }

    private void checkCount(long begin, int count) {
        long recorded = begin + count;
        if (position() != recorded) {
            throw Faulty.among(
                    Math.min(position(), recorded),
                    Math.max(position(), recorded),
                    position() < recorded ? Kind.MISSING : Kind.MALFORMED,
                    "The commit at " + begin + " is said to have " + count + " events and has " + (position() - begin));
        }
    }

    private void checkTree(long begin, HashedCommit commit) {
        List<Part> frontier = commit.frontier();
        for (int place = 0; place < tree.subtrees(); place++) {
            if (place >= frontier.size() || !frontier.get(place).equalTo(tree.subtree(place))) {
                throw altered(begin, new LeafRange(0, position()).subtrees().get(place));
            }
        }
        if (frontier.size() > tree.subtrees() || !commit.root().equalTo(tree.root())) {
            throw altered(begin, position());
        }
    }

    /** The events of the commit that are in a subtree; all of them if none is, as then it is what was recorded that was changed. */
    private Faulty altered(long begin, Subtree subtree) {
        return subtree.end() > begin
                ? altered(Math.max(begin, subtree.begin()), subtree.end())
                : altered(begin, position());
    }

    private static Faulty altered(long from, long to) {
        return Faulty.among(
                from,
                to,
                Kind.ALTERED,
                "The events from " + from + " to " + (to - 1) + " do not give the tree recorded with their commit");
    }

    private void checkTime(long begin, HashedCommit commit) {
        time = Math.max(time, commit.latest());
        if (commit.time() != time) {
            throw Faulty.among(
                    begin,
                    position(),
                    Kind.MISLABELLED,
                    "The commit at " + begin + " is stored with the time " + Instant.ofEpochMilli(commit.time())
                            + ", and the latest of its lines and those before is " + Instant.ofEpochMilli(time));
        }
    }
}
