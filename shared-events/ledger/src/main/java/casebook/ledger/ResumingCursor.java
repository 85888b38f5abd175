package casebook.ledger;

import com.mongodb.MongoException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads commit after commit with a cursor that is opened when there is none: at first, where another index is asked for, behind the ledger's end, and where the server has lost it. */
final class ResumingCursor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ResumingCursor.class);

    private final LedgerCollection ledger;
    private @Nullable CommitCursor cursor;
    private long end = -1;

    ResumingCursor(LedgerCollection ledger) {
        this.ledger = ledger;
    }

    /** Whether there may be more without asking the tail. */
    boolean isOpen() {
        return cursor != null;
    }

    /** Where the last commit ends that was read, and the next begins; below 0 before that. */
    long end() {
        return end;
    }

    /**
     * The events from an index on of the commit that has it; null, and the cursor closed, if it is not there yet or the server has lost the cursor.
     *
     * @throws BrokenLedger if an event is missing
     */
    @Nullable
    List<LedgerLine> from(long index) {
        var open = openedAt(index);
        var lines = nextOf(open);
        // Of an index that is not there yet, the commit before it is found.
        while (lines != null && open.position() <= index) {
            lines = nextOf(open);
        }
        if (lines == null) {
            close();
        } else {
            end = open.position();
        }
        return lines;
    }

    private CommitCursor openedAt(long index) {
        if (index != end) {
            close();
        }
        CommitCursor open = cursor;
        if (open == null) {
            open = index == end ? ledger.eventsFromCommit(index) : ledger.events(index, Long.MAX_VALUE);
            cursor = open;
        }
        return open;
    }

    private @Nullable List<LedgerLine> nextOf(CommitCursor open) {
        try {
            return open.next();
        } catch (MongoException e) {
            // It was restarted, or nobody read for long.
            log.info("The ledger is read again from {}: {}", open.position(), e.toString());
            return null;
        } catch (BrokenLedger e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        CommitCursor open = cursor;
        cursor = null;
        if (open != null) {
            open.close();
        }
    }
}
