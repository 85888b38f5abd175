package casebook.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.ledger.CheckpointStore;
import casebook.ledger.LedgerReader;
import casebook.ledger.StoredCheckpoint;
import casebook.query.LedgerFeed;
import casebook.transparency.Checkpoint;
import casebook.transparency.CompactRange;
import casebook.transparency.Hash;
import casebook.transparency.SignatureType;
import casebook.transparency.SignerKey;
import casebook.transparency.VerifierKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** Signs a test's ledger, as the command service would. */
public final class Signing {

    public static final String ORIGIN = "casebook.example/ledger";

    private static final SignerKey KEY = SignerKey.generate(ORIGIN, SignatureType.ED25519, new SecureRandom());

    private Signing() {}

    public static VerifierKey key() {
        return KEY.verifier();
    }

    /** Signs what the ledger has now, unless it is signed, and tells how much that is. */
    public static long sign(LedgerFeed feed) {
        var leaves = leaves(feed.reader());
        store(feed).add(checkpoint(Checkpoint.of(ORIGIN, CompactRange.over(leaves))));
        return leaves.size();
    }

    public static StoredCheckpoint checkpoint(Checkpoint checkpoint) {
        return StoredCheckpoint.of(checkpoint.sign(KEY), KEY.verifier(), Instant.parse("2024-06-01T00:00:00Z"));
    }

    public static CheckpointStore store(LedgerFeed feed) {
        return new CheckpointStore(feed.database());
    }

    /** The hashes of all lines. */
    public static List<Hash> leaves(LedgerReader ledger) {
        try (var lines = ledger.lines(0, Long.MAX_VALUE)) {
            return lines.stream()
                    .map(line -> Hash.leaf(line.line().getBytes(UTF_8)))
                    .toList();
        }
    }
}
