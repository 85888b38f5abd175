package casebook.ledger;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.RawBsonDocument;

/**
 * Inserts a commit until its outcome is definite. After an answer that is not, the same bytes are inserted at the same index again: what
 * is found there then is either ours or another writer's.
 */
final class Settlement {

    private final CommitStore store;
    private final LedgerMetrics metrics;
    private final Outage outage;

    Settlement(CommitStore store, LedgerMetrics metrics, Outage outage) {
        this.store = store;
        this.metrics = metrics;
        this.outage = outage;
    }

    /** Refuses those appends of the commit whose keys the ledger has; answers none otherwise. */
    Outcome settle(Commit commit, List<Append> appends) {
        while (Append.anyUnanswered(appends)) {
            try {
                Optional<Outcome> outcome = attempt(commit, appends);
                if (outcome.isPresent()) {
                    outage.isOver(commit.index());
                    return outcome.get();
                }
                outage.waitABit();
            } catch (MongoException e) {
                metrics.unknown();
                outage.goesOn("No definite answer for the commit at " + commit.index(), e);
            }
        }
        return Outcome.ABANDONED;
    }

    private Optional<Outcome> attempt(Commit commit, List<Append> appends) {
        return store.insert(commit) ? Optional.of(Outcome.DURABLE) : explainDuplicate(commit, appends);
    }

    /**
     * Which key was the duplicate is read from the ledger, not from the server's message. Nothing is found as long as a majority does
     * not have the other document.
     */
    private Optional<Outcome> explainDuplicate(Commit commit, List<Append> appends) {
        Optional<RawBsonDocument> there = store.at(commit.index());
        if (there.isPresent()) {
            return Optional.of(commit.hasTheBytesOf(there.get()) ? Outcome.DURABLE : Outcome.OVERTAKEN);
        }
        List<EventKey> keys =
                appends.stream().flatMap(append -> append.keys().stream()).toList();
        // Only before our own index: our own commit may have become visible since the look above.
        Set<EventKey> recorded = store.recordedBefore(commit.index(), keys);
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        metrics.refused();
        appends.forEach(append -> append.refuseIfIn(recorded));
        return Optional.of(Outcome.REFUSED);
    }
}
