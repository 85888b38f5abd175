package casebook.ledger;

import com.mongodb.MongoException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes appends durable, one commit after the other, on the writer's thread. A commit is inserted at index N only while it is known that
 * a majority holds N events, so indexes have no gap.
 */
final class Committer {

    private final CommitStore store;
    private final Runnable permission;
    private final CommitFormat format;
    private final String writer;
    private final LedgerMetrics metrics;
    private final Outage outage = new Outage();
    private final Settlement settlement;
    private boolean indexed;
    private @Nullable Head head;

    /**
     * @param permission is asked before every commit, and throws {@link LedgerUntrusted} if there must be none
     * @param writer is written into every commit, and no other writer's
     */
    Committer(CommitStore store, Runnable permission, CommitFormat format, String writer, LedgerMetrics metrics) {
        this.store = store;
        this.permission = permission;
        this.format = format;
        this.writer = writer;
        this.metrics = metrics;
        this.settlement = new Settlement(store, metrics, outage);
    }

    /**
     * Returns when every append is answered, by this or because its caller has given up.
     *
     * @return the position afterwards; 0 if it is not known
     */
    long commit(List<Append> batch) {
        List<Append> open = Append.unanswered(batch);
        while (!open.isEmpty()) {
            try {
                Head before = knownHead(open);
                if (before != null) {
                    commitAfter(before, open);
                }
            } catch (LedgerUntrusted e) {
                open.forEach(append -> append.answer().completeExceptionally(e));
            }
            open = Append.unanswered(open);
        }
        return head == null ? 0 : head.position();
    }

    /** Has the next commit look where the ledger ends. */
    void forgetHead() {
        head = null;
    }

    private void commitAfter(Head before, List<Append> open) {
        List<PendingEvent> events =
                open.stream().flatMap(append -> append.events().stream()).toList();
        Commit commit = format.following(before, events, writer);
        switch (metrics.timed(() -> settlement.settle(commit, open))) {
            case DURABLE -> {
                head = commit.after();
                metrics.committed(events.size());
                answer(open, commit.index());
            }
            case OVERTAKEN -> {
                metrics.overtaken();
                forgetHead();
            }
            case REFUSED -> {}
            case ABANDONED -> forgetHead();
        }
    }

    private @Nullable Head knownHead(List<Append> open) {
        while (Append.anyUnanswered(open)) {
            try {
                permission.run();
                head = head == null ? readHead() : head;
                return head;
            } catch (MongoException e) {
                outage.goesOn("The end of the ledger cannot be read", e);
            }
        }
        return null;
    }

    private Head readHead() {
        if (!indexed) {
            store.ensureIndexes();
            indexed = true;
        }
        return store.head();
    }

    private static void answer(List<Append> appends, long first) {
        long next = first;
        for (Append append : appends) {
            next += append.events().size();
            append.answer().complete(next - 1);
        }
    }
}
