package casebook.ledger;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.bson.BsonDocument;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a tail hears of growth: a change stream where the deployment has them, else a look at the newest commit now and then. */
final class TailSource {

    private static final Logger log = LoggerFactory.getLogger(TailSource.class);

    /** The server's error code where it is no replica set. */
    private static final int NO_CHANGE_STREAMS = 40573;

    private static final Duration AWAIT = Duration.ofSeconds(1);

    /** After this time a connection that has silently died is noticed. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final List<Document> INSERTS = List.of(
            new Document("$match", new Document("operationType", "insert")),
            new Document(
                    "$project",
                    new Document("operationType", 1)
                            .append("documentKey", 1)
                            .append("fullDocument." + CommitFields.ID, 1)
                            .append("fullDocument." + CommitFields.COUNT, 1)));

    private final LedgerCollection ledger;
    private final Pause poll;
    private boolean changeStreams;

    TailSource(LedgerCollection ledger, LedgerProperties properties) {
        this.ledger = ledger.within(TIMEOUT);
        this.poll = new Pause(properties.pollMin(), properties.pollMax());
        this.changeStreams = properties.changeStreams();
    }

    /**
     * Tells every position that it hears of, until it is stopped or MongoDB fails.
     *
     * @param connected told as soon as MongoDB has answered
     */
    void follow(LongConsumer position, BooleanSupplier stopped, Runnable connected) {
        if (changeStreams) {
            try {
                followChanges(position, stopped, connected);
            } catch (MongoCommandException e) {
                if (e.getErrorCode() != NO_CHANGE_STREAMS) {
                    throw e;
                }
                log.info("MongoDB is no replica set here: the ledger's tail is polled");
                changeStreams = false;
            }
        } else {
            poll(position, stopped, connected);
        }
    }

    private void followChanges(LongConsumer position, BooleanSupplier stopped, Runnable connected) {
        try (MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> changes = ledger.documents()
                .watch(INSERTS)
                .maxAwaitTime(AWAIT.toMillis(), TimeUnit.MILLISECONDS)
                .cursor()) {
            // What was committed before the stream was open.
            position.accept(ledger.position());
            connected.run();
            while (!stopped.getAsBoolean()) {
                ChangeStreamDocument<BsonDocument> change = changes.tryNext();
                if (change != null && change.getFullDocument() != null) {
                    position.accept(LedgerCollection.endOf(change.getFullDocument()));
                }
            }
        }
    }

    private void poll(LongConsumer position, BooleanSupplier stopped, Runnable connected) {
        long known = -1;
        while (!stopped.getAsBoolean()) {
            long found = ledger.position();
            connected.run();
            position.accept(found);
            if (found > known) {
                poll.startOver();
            }
            known = found;
            poll.waitABit();
        }
    }
}
