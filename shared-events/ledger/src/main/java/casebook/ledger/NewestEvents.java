package casebook.ledger;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The newest events, read and decoded once for all streams of a process that have nearly come to the ledger's end: a stream further back reads for itself.
 *
 * <p>It asks MongoDB only while the tail is known to be ahead of it.
 */
final class NewestEvents {

    /** How many events a stream may be behind the tail. */
    private static final int NEAR = 1_000;

    /** Of lines that are kept; an event takes some four times as much memory as its line. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final ResumingCursor ledger;
    private final LedgerTail tail;
    private final EventDecoder decoder;
    private final Map<Long, Part> kept = new HashMap<>();
    private final Queue<Part> oldestFirst = new ArrayDeque<>();
    private long characters;

    NewestEvents(LedgerCollection ledger, LedgerTail tail, EventDecoder decoder) {
        this.ledger = new ResumingCursor(ledger);
        this.tail = tail;
        this.decoder = decoder;
    }

    /** Events of one commit, from an index on that a stream had come to. */
    record Part(long from, long end, long characters, List<TrackedEventMessage<?>> events) {}

    /** Whether a stream at this index need not read for itself. */
    synchronized boolean reach(long index) {
        return kept.containsKey(index) || index >= ledger.end() && tail.position() - index <= NEAR;
    }

    /** What follows in a commit; null if these do not reach the index, or nothing follows yet. */
    synchronized @Nullable Part from(long index) {
        var known = kept.get(index);
        return known == null && reach(index) && tail.position() > index ? read(index) : known;
    }

    private @Nullable Part read(long index) {
        var lines = ledger.from(index);
        if (lines == null) {
            return null;
        }
        var length = lines.stream().mapToLong(line -> line.line().length()).sum();
        return keep(new Part(index, ledger.end(), length, decoder.decode(lines).toList()));
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
}
