package casebook.ledger;

import com.mongodb.MongoCommandException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a tail hears of growth. While the ledger grows it is looked at now and then, which costs the server the same however much is
 * written; a change stream would have it read every commit. Once the ledger is still, a change stream wakes the tail, where the deployment
 * has them.
 */
final class TailSource {

    private static final Logger log = LoggerFactory.getLogger(TailSource.class);

    /** The server's error code where it is no replica set. */
    private static final int NO_CHANGE_STREAMS = 40573;

    private static final Duration AWAIT = Duration.ofSeconds(1);

    /** After this time a connection that has silently died is noticed. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** A stream needs the id of its changes and nothing else of them. */
    private static final List<Document> INSERTS = List.of(
            new Document("$match", new Document("operationType", "insert")),
            new Document("$project", new Document("operationType", 1)));

    private final LedgerCollection ledger;
    private final Pause poll;
    private boolean changeStreams;

    TailSource(LedgerCollection ledger, LedgerProperties properties) {
        this.ledger = ledger.within(TIMEOUT);
        this.poll = new Pause(properties.pollMin(), properties.pollMax());
        this.changeStreams = properties.changeStreams();
    }

    /**
     * Tells the positions that it finds, until it is stopped, the ledger is still or MongoDB fails.
     *
     * @param known the position that the tail has heard of, from here or from a writer: while that grows, there is nothing to look for
     * @param connected told as soon as MongoDB has answered
     */
    void follow(LongSupplier known, LongConsumer found, BooleanSupplier stopped, Runnable connected) {
        if (changeStreams) {
            try {
                awaitInsert(found, stopped, connected);
            } catch (MongoCommandException e) {
                if (e.getErrorCode() != NO_CHANGE_STREAMS) {
                    throw e;
                }
                log.info("MongoDB is no replica set here: the ledger's tail is polled");
                changeStreams = false;
            }
        }
        poll(known, found, stopped, connected);
    }

    private void awaitInsert(LongConsumer found, BooleanSupplier stopped, Runnable connected) {
        try (MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> changes =
                insertsAfter(ledger.agreedAt()).cursor()) {
            // What was agreed on before that.
            found.accept(ledger.position());
            connected.run();
            while (!stopped.getAsBoolean() && changes.tryNext() == null) {
                // Each try waits.
            }
        }
    }

    /**
     * Begins behind what a majority has agreed on. By itself a change stream begins behind what is written: neither it nor the look at the ledger after it was opened
     * would find a commit that was written before and is agreed on later.
     */
    private ChangeStreamIterable<BsonDocument> insertsAfter(@Nullable BsonTimestamp agreed) {
        var changes = ledger.documents().watch(INSERTS).maxAwaitTime(AWAIT.toMillis(), TimeUnit.MILLISECONDS);
        return agreed == null ? changes : changes.startAtOperationTime(new BsonTimestamp(agreed.getValue() + 1));
    }

    private void poll(LongSupplier known, LongConsumer found, BooleanSupplier stopped, Runnable connected) {
        poll.startOver();
        long before = known.getAsLong();
        do {
            if (known.getAsLong() == before) {
                found.accept(ledger.position());
                connected.run();
            }
            if (known.getAsLong() > before) {
                before = known.getAsLong();
                poll.startOver();
            }
            poll.waitABit();
        } while (!stopped.getAsBoolean() && !(changeStreams && poll.isLongest()));
    }
}
