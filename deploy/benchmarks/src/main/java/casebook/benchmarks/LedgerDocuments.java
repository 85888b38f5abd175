package casebook.benchmarks;

import static com.mongodb.client.model.Sorts.ascending;

import casebook.ledger.LedgerVerifier;
import casebook.ledger.Verification;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import org.bson.RawBsonDocument;

/** The ledger's commits as MongoDB sends them: whoever reads the ledger cannot be faster. */
final class LedgerDocuments {

    /** More than fit into one answer of MongoDB, which then sends as many as fit. */
    static final int BATCH = 20_000;

    private final MongoCollection<RawBsonDocument> commits;
    private final LedgerVerifier verifier;

    LedgerDocuments(MongoDatabase database) {
        this.verifier = new LedgerVerifier(database, Set.of());
        this.commits = database.getCollection("ledger", RawBsonDocument.class).withReadConcern(ReadConcern.MAJORITY);
    }

    MongoCursor<RawBsonDocument> inOrder() {
        return commits.find().sort(ascending("_id")).batchSize(BATCH).cursor();
    }

    /** Reads them all and gives the number of events. */
    int read() {
        int events = 0;
        try (MongoCursor<RawBsonDocument> cursor = inOrder()) {
            while (cursor.hasNext()) {
                events += cursor.next().getInt32("n").getValue();
            }
        }
        return events;
    }

    /**
     * Verifies them all, as the daily scan and {@code POST /audit/verify} do, and gives the number of events.
     *
     * @throws IllegalStateException if anything is wrong
     */
    int verify() {
        try {
            Verification verification = verifier.verify(List.of(), (_, _) -> {});
            if (!verification.ok()) {
                throw new IllegalStateException(String.valueOf(verification.fault()));
            }
            return Math.toIntExact(verification.events());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
