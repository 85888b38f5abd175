package casebook.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** What waits for the writer thread, in the order in which it came. */
final class Inbox {

    private final int maxBatch;
    private final Queue<Append> waiting = new ArrayDeque<>();
    private boolean closed;

    Inbox(int maxBatch) {
        this.maxBatch = maxBatch;
    }

    /** @throws IllegalStateException if the inbox is closed */
    synchronized void add(Append append) {
        if (closed) {
            throw new IllegalStateException("The ledger's writer is closed");
        }
        waiting.add(append);
        notifyAll();
    }

    /** Takes no more appends; those that wait are still given out. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Waits for the appends of the next commit; empty once the inbox is closed and nothing is left. */
    synchronized List<Append> next() throws InterruptedException {
        List<Append> batch = pack();
        while (batch.isEmpty() && !closed) {
            wait();
            batch = pack();
        }
        return batch;
    }

    /**
     * An append with a key that the batch already has waits for the next commit: a unique index does not see a duplicate inside one
     * document. One that is larger than a batch becomes a commit of its own.
     */
    private List<Append> pack() {
        List<Append> batch = new ArrayList<>();
        Set<EventKey> keys = new HashSet<>();
        int room = maxBatch;
        Iterator<Append> appends = waiting.iterator();
        while (appends.hasNext() && room > 0) {
            Append append = appends.next();
            if (append.answer().isDone()) {
                appends.remove();
            } else if (!batch.isEmpty() && append.events().size() > room) {
                break;
            } else if (Collections.disjoint(keys, append.keys())) {
                appends.remove();
                batch.add(append);
                keys.addAll(append.keys());
                room -= append.events().size();
            }
        }
        return batch;
    }
}
