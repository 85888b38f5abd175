package casebook.ledger;

import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import casebook.transparency.SignedCheckpoint;
import casebook.transparency.VerifierKey;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.RawBsonDocument;

/**
 * Reads the whole ledger again and finds the first thing that is wrong with it: that commits follow one another, that every line
 * stands at its index and says what is stored beside it, that the lines give the tree recorded with each commit, and that the tree is
 * the one that every checkpoint was signed over.
 *
 * <p>What it cannot find: that the newest events were taken away, or everything was rewritten, together with the checkpoints that
 * would tell. For that it must be given a checkpoint that was held elsewhere.
 */
public final class LedgerVerifier {

    private final LedgerCollection ledger;
    private final CheckpointStore checkpoints;
    private final LogKeys keys;

    /**
     * A verifier of the ledger in a database.
     *
     * @param trusted the log's keys, former ones too; empty if every key counts that is stored beside its checkpoint
     */
    public LedgerVerifier(MongoDatabase database, Set<VerifierKey> trusted) {
        this.ledger = new LedgerCollection(database, LedgerProperties.DEFAULTS.readBatch());
        this.checkpoints = new CheckpointStore(database);
        this.keys = new LogKeys(trusted);
    }

    /**
     * Verifies the events and checkpoints that there are now. Blocks; reads and hashes on other threads meanwhile.
     *
     * @param held checkpoints held outside the database, which the caller vouches for
     * @throws MongoException if the ledger cannot be read to its end
     * @throws InterruptedException if the thread was interrupted, or the progress breaks it off
     */
    public Verification verify(Collection<SignedCheckpoint> held, VerificationProgress progress)
            throws InterruptedException {
        // The checkpoints first: what they cover was there before them.
        long newest = checkpoints.newestSize();
        long total = ledger.position();
        try (Stream<StoredCheckpoint> stored = checkpoints.upTo(newest);
                MongoCursor<RawBsonDocument> commits = commitsUpTo(total);
                ReadAhead<HashedCommit> hashed = new ReadAhead<>(commits, LedgerVerifier::hash)) {
            CommitCheck check = new CommitCheck(new CheckpointCheck(stored.iterator(), keys, isGenuine(newest), held));
            try {
                check.begin();
                for (List<HashedCommit> page = hashed.next(); !page.isEmpty(); page = hashed.next()) {
                    page.forEach(check::check);
                    progress.verified(Math.min(check.position(), total), total);
                }
                check.end();
                return check.result(null);
            } catch (Faulty e) {
                return check.result(e.fault());
            }
        }
    }

    private static List<HashedCommit> hash(List<RawBsonDocument> documents) {
        MessageDigest sha256 = TreeHasher.sha256();
        return documents.stream()
                .map(document -> HashedCommit.of(document, sha256))
                .toList();
    }

    private boolean isGenuine(long size) {
        try {
            return checkpoints.at(size).filter(keys::signed).isPresent();
        } catch (BrokenLedger e) {
            return false;
        }
    }

    /** One that begins at the position is none yet, or does not say how many events it has. */
    private MongoCursor<RawBsonDocument> commitsUpTo(long position) {
        return ledger.documents()
                .withDocumentClass(RawBsonDocument.class)
                .find(lte(CommitFields.ID, position))
                .sort(ascending(CommitFields.ID))
                .cursor();
    }
}
