package casebook.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.transparency.Checkpoint;
import casebook.transparency.CompactRange;
import casebook.transparency.Hash;
import casebook.transparency.SignatureType;
import casebook.transparency.SignedCheckpoint;
import casebook.transparency.SignerKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** The log that a ledger is to those outside: its name, its key, and what it signs. */
final class TestLog {

    static final String ORIGIN = "casebook.example/ledger";
    static final SignerKey KEY = key(ORIGIN, SignatureType.ED25519);

    private TestLog() {}

    /** A log that is read again in the background, and nothing else. */
    static LogProperties scanned(LogProperties.Scan scan) {
        var checkpoints = new LogProperties.Checkpoints(null, null, null, Duration.ofHours(1));
        return new LogProperties(ORIGIN, List.of(), checkpoints, List.of(), scan);
    }

    static SignerKey key(String name, SignatureType type) {
        return SignerKey.generate(name, type, new SecureRandom());
    }

    /** The checkpoint over the first events of a ledger, computed without any code of the engine. */
    static SignedCheckpoint sign(TestLedger ledger, long size, SignerKey key) {
        return Checkpoint.of(
                        ORIGIN,
                        CompactRange.over(ledger.lines().stream()
                                .limit(size)
                                .map(line -> Hash.leaf(line.line().getBytes(UTF_8)))
                                .toList()))
                .sign(key);
    }

    static StoredCheckpoint stored(TestLedger ledger, long size) {
        return StoredCheckpoint.of(sign(ledger, size, KEY), KEY.verifier(), TestLedger.TIME);
    }
}
