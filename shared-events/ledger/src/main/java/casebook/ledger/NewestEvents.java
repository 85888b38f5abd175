package casebook.ledger;

import com.mongodb.MongoException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest events, read and decoded once for all streams of a process that have nearly come to the ledger's end: a stream further back reads for itself.
 *
 * <p>It asks MongoDB only while the tail is known to be ahead of it.
 */
final class NewestEvents {

    private static final Logger log = LoggerFactory.getLogger(NewestEvents.class);

    /** How many events a stream may be behind the tail. */
    private static final int NEAR = 1_000;

    /** Of lines that are kept; an event takes some four times as much memory as its line. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final LedgerCollection ledger;
    private final LedgerTail tail;
    private final EventDecoder decoder;
    private final Map<Long, Part> kept = new HashMap<>();
    private final Queue<Part> oldestFirst = new ArrayDeque<>();
    private long characters;
    private @Nullable CommitCursor cursor;

    /** Where the last commit ends that was read, and the next begins. */
    private long end = -1;

    NewestEvents(LedgerCollection ledger, LedgerTail tail, EventDecoder decoder) {
        this.ledger = ledger;
        this.tail = tail;
        this.decoder = decoder;
    }

    /** Events of one commit, from an index on that a stream had come to. */
    record Part(long from, long end, long characters, List<TrackedEventMessage<?>> events) {}

    /** Whether a stream at this index need not read for itself. */
    synchronized boolean reach(long index) {
        return kept.containsKey(index) || index >= end && tail.position() - index <= NEAR;
    }

    /** What follows in a commit; null if these do not reach the index, or nothing follows yet. */
    synchronized @Nullable Part from(long index) {
        var known = kept.get(index);
        return known == null && reach(index) && tail.position() > index ? read(index) : known;
    }

    private @Nullable Part read(long index) {
        var open = cursorAt(index);
        var lines = nextOf(open);
        // What the tail knows of may not be found yet; the commit before it is.
        while (lines != null && open.position() <= index) {
            lines = nextOf(open);
        }
        if (lines == null) {
            closeCursor();
            return null;
        }
        end = open.position();
        var length = lines.stream().mapToLong(line -> line.line().length()).sum();
        return keep(new Part(index, end, length, decoder.decode(lines).toList()));
    }

    private CommitCursor cursorAt(long index) {
        if (index != end) {
            closeCursor();
        }
        CommitCursor open = cursor;
        if (open == null) {
            open = index == end ? ledger.eventsFromCommit(index) : ledger.events(index, Long.MAX_VALUE);
            cursor = open;
        }
        return open;
    }

    /** A cursor that the server has lost is opened again, and so is one that found the ledger broken. */
    private @Nullable List<LedgerLine> nextOf(CommitCursor open) {
        try {
            return open.next();
        } catch (MongoException e) {
            log.info("The newest events are read again from {}: {}", open.position(), e.toString());
            return null;
        } catch (BrokenLedger e) {
            closeCursor();
            throw e;
        }
    }

    private Part keep(Part part) {
        kept.put(part.from(), part);
        oldestFirst.add(part);
        characters += part.characters();
        while (characters > MOST_CHARACTERS && oldestFirst.size() > 1) {
            var oldest = oldestFirst.remove();
            kept.remove(oldest.from(), oldest);
            characters -= oldest.characters();
        }
        return part;
    }

    private void closeCursor() {
        CommitCursor open = cursor;
        cursor = null;
        if (open != null) {
            open.close();
        }
    }
}
