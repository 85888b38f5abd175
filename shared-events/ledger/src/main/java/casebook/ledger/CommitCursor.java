package casebook.ledger;

import com.mongodb.client.MongoCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads commit after commit with one MongoDB cursor and stops where an index is not the one that follows. */
final class CommitCursor implements AutoCloseable {

    private final MongoCursor<StoredCommit> commits;
    private final long from;
    private final long toExclusive;
    private long expected;

    /**
     * @param commits in ledger order
     * @param start the index at which the first of them must start
     * @param from the first index that is wanted
     * @param toExclusive the index after the last that is wanted
     */
    CommitCursor(MongoCursor<StoredCommit> commits, long start, long from, long toExclusive) {
        this.commits = commits;
        this.expected = start;
        this.from = from;
        this.toExclusive = toExclusive;
    }

    /**
     * The wanted events of the next commit; null when there is no further commit now.
     *
     * @throws BrokenLedger if an event is missing
     */
    @Nullable
    List<LedgerLine> next() {
        if (!commits.hasNext()) {
            return null;
        }
        StoredCommit commit = commits.next();
        checkNext(commit.index());
        return commit.lines().stream()
                .map(this::checked)
                .filter(line -> line.index() >= from && line.index() < toExclusive)
                .toList();
    }

    /** The index after the last event that was read. */
    long position() {
        return expected;
    }

    @Override
    public void close() {
        commits.close();
    }

    private LedgerLine checked(String text) {
        LedgerLine line = LedgerLine.parse(text);
        checkNext(line.index());
        expected++;
        return line;
    }

    private void checkNext(long index) {
        if (index != expected) {
            throw new BrokenLedger("Index " + expected + " is expected, and " + index + " was found");
        }
    }
}
