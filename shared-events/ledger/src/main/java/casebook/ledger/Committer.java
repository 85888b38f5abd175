package casebook.ledger;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes appends durable, one commit after the other, on the writer's thread.
 *
 * <p>A commit is inserted at index N only while it is known that a majority holds N events, so indexes have no gap. An answer that is
 * not definite is settled by inserting the same bytes again: what is found at N then is either ours or another writer's.
 */
final class Committer {

    /** What has become of a commit. */
    private enum Outcome {
        DURABLE,
        /** Another writer's commit stands at this index. */
        OVERTAKEN,
        /** Some of its appends were refused; the rest can be committed without them. */
        REFUSED,
        /** All its callers have given up waiting. It may still become durable at its index, and only there. */
        ABANDONED
    }

    private static final Logger log = LoggerFactory.getLogger(Committer.class);
    private static final int DUPLICATE_KEY = 11000;

    private final CommitStore store;
    private final String writer;
    private final LedgerMetrics metrics;
    private final Pause pause = new Pause(Duration.ofMillis(5), Duration.ofMillis(500));
    private boolean indexed;
    private @Nullable Head head;

    Committer(CommitStore store, String writer, LedgerMetrics metrics) {
        this.store = store;
        this.writer = writer;
        this.metrics = metrics;
    }

    /**
     * Answers every append or outlives its caller's patience.
     *
     * @return the position afterwards, or -1 if it is not known
     */
    long commit(List<Append> batch) {
        List<Append> open = unanswered(batch);
        while (!open.isEmpty()) {
            Head before = knownHead(open);
            if (before == null) {
                return -1;
            }
            commitOnce(before, open);
            open = unanswered(open);
        }
        return head == null ? -1 : head.position();
    }

    /** Has the next commit look where the ledger ends. */
    void forgetHead() {
        head = null;
    }

    private void commitOnce(Head before, List<Append> open) {
        Commit commit = Commit.following(
                before,
                open.stream().flatMap(append -> append.events().stream()).toList(),
                writer);
        Outcome outcome = metrics.timed(() -> settle(commit, open));
        switch (outcome) {
            case DURABLE -> {
                head = commit.after();
                metrics.committed(commit.after().position() - commit.index());
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

    private Outcome settle(Commit commit, List<Append> open) {
        pause.startOver();
        while (!unanswered(open).isEmpty()) {
            try {
                store.insert(commit);
                return Outcome.DURABLE;
            } catch (MongoException e) {
                Optional<Outcome> outcome = isDuplicate(e) ? tryToExplain(commit, open) : unknown(commit, e);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
                pause.waitABit();
            }
        }
        return Outcome.ABANDONED;
    }

    private Optional<Outcome> unknown(Commit commit, MongoException e) {
        metrics.unknown();
        log.warn("No definite answer for the commit at {}: {}", commit.index(), e.toString());
        return Optional.empty();
    }

    private Optional<Outcome> tryToExplain(Commit commit, List<Append> open) {
        try {
            return explain(commit, open);
        } catch (MongoException e) {
            return unknown(commit, e);
        }
    }

    /**
     * Which key was the duplicate is read from the ledger, not from the server's message. Nothing is found as long as a majority does
     * not have the other document.
     */
    private Optional<Outcome> explain(Commit commit, List<Append> open) {
        Optional<RawBsonDocument> there = store.at(commit.index());
        if (there.isPresent()) {
            return Optional.of(commit.hasTheBytesOf(there.get()) ? Outcome.DURABLE : Outcome.OVERTAKEN);
        }
        List<EventKey> keys =
                open.stream().flatMap(append -> append.keys().stream()).toList();
        // Only before our own index: our own commit may have become visible since the look above.
        Set<EventKey> recorded = store.recordedBefore(commit.index(), keys);
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        metrics.refused();
        open.forEach(append -> append.refuseIfIn(recorded));
        return Optional.of(Outcome.REFUSED);
    }

    private @Nullable Head knownHead(List<Append> open) {
        pause.startOver();
        while (head == null && !unanswered(open).isEmpty()) {
            try {
                head = readHead();
            } catch (MongoException e) {
                log.warn("The end of the ledger cannot be read: {}", e.toString());
                pause.waitABit();
            }
        }
        return head;
    }

    private Head readHead() {
        if (!indexed) {
            store.ensureIndexes();
            indexed = true;
        }
        return store.head();
    }

    private static void answer(List<Append> open, long first) {
        long next = first;
        for (Append append : open) {
            next += append.events().size();
            append.answer().complete(next - 1);
        }
    }

    private static List<Append> unanswered(Collection<Append> appends) {
        return appends.stream().filter(append -> !append.answer().isDone()).collect(Collectors.toList());
    }

    private static boolean isDuplicate(MongoException e) {
        return e.getCode() == DUPLICATE_KEY;
    }
}
