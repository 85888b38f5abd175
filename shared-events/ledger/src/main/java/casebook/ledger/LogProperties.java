package casebook.ledger;

import casebook.transparency.Malformed;
import casebook.transparency.SignatureType;
import casebook.transparency.VerifierKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger shows itself to those outside as a log that can be checked.
 *
 * @param origin the log's name, which checkpoints begin with and keys are named by: no spaces, no plus sign; fixed for the life of a
 *     ledger
 * @param trustedKeys the public keys ({@code vkey}) whose checkpoints count when the ledger is verified, former ones too; if none is
 *     named, every key counts that is stored beside its checkpoint
 * @param checkpoints how checkpoints are signed, and where they go
 * @param witnesses who is asked to cosign each checkpoint
 * @param scan how the whole ledger is verified in the background
 */
@ConfigurationProperties("casebook.ledger")
public record LogProperties(
        @DefaultValue("casebook.example/ledger") String origin,
        @DefaultValue List<String> trustedKeys,
        @DefaultValue Checkpoints checkpoints,
        @DefaultValue List<Witness> witnesses,
        @DefaultValue Scan scan) {

    private static final String PREFIX = "casebook.ledger.";

    public LogProperties {
        trustedKeys = List.copyOf(trustedKeys);
        witnesses = List.copyOf(witnesses);
        require(
                !origin.isEmpty() && origin.codePoints().noneMatch(LogProperties::isForbidden),
                "origin",
                "a name without spaces and plus signs");
        read(trustedKeys);
    }

    /** The trusted keys, read. */
    Set<VerifierKey> trusted() {
        return read(trustedKeys);
    }

    /**
     * How checkpoints are signed, and where they go.
     *
     * @param key the private key itself ({@code PRIVATE+KEY+…}), for an environment secret; goes before the file
     * @param keyFile a file that holds the private key
     * @param file the file outside the database to which every checkpoint is appended; several processes may share it
     * @param interval how often a checkpoint is signed while the ledger grows
     */
    public record Checkpoints(
            @Nullable String key,
            @Nullable Path keyFile,
            @Nullable Path file,
            @DefaultValue("2s") Duration interval) {

        public Checkpoints {
            require(interval.isPositive(), "checkpoints.interval", "positive");
        }

        /** Whether there is a key, in one of the two forms. */
        boolean signs() {
            return keyFile != null || (key != null && !key.isBlank());
        }

        /** @throws IllegalStateException if there is none */
        Path requiredFile() {
            return Optional.ofNullable(file).orElseThrow(IllegalStateException::new);
        }

        /** Says nothing of the key, so that no log or page can. */
        @Override
        public String toString() {
            return "Checkpoints[file=" + file + ", interval=" + interval + ", …]";
        }
    }

    /**
     * A witness, by C2SP {@code tlog-witness}.
     *
     * @param url its submission prefix, to which {@code /add-checkpoint} is added
     * @param key its public key ({@code vkey}), one for cosignatures
     */
    public record Witness(URI url, String key) {

        public Witness {
            require(
                    "http".equals(url.getScheme()) || "https".equals(url.getScheme()),
                    "witnesses.url",
                    "an HTTP address");
            require(
                    parse("witnesses.key", key).type() == SignatureType.COSIGNATURE,
                    "witnesses.key",
                    "a key for cosignatures");
        }

        /** The key, read. */
        VerifierKey verifier() {
            return parse("witnesses.key", key);
        }
    }

    /**
     * How the whole ledger is verified in the background.
     *
     * @param every the time between two scans; the first comes at most {@link LedgerScan#FIRST_AFTER} after the start; zero for none
     * @param eventsPerSecond the most events that are read in a second
     */
    public record Scan(
            @DefaultValue("24h") Duration every,
            @DefaultValue("20000") int eventsPerSecond) {

        public Scan {
            require(!every.isNegative(), "scan.every", "not negative");
            require(eventsPerSecond > 0, "scan.events-per-second", "positive");
        }
    }

    private static boolean isForbidden(int codePoint) {
        return codePoint == '+'
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }

    private static Set<VerifierKey> read(List<String> trustedKeys) {
        return trustedKeys.stream().map(key -> parse("trusted-keys", key)).collect(Collectors.toUnmodifiableSet());
    }

    private static VerifierKey parse(String name, String key) {
        try {
            return VerifierKey.parse(key);
        } catch (Malformed e) {
            throw new IllegalArgumentException(PREFIX + name + ": " + e.getMessage(), e);
        }
    }

    private static void require(boolean valid, String name, String rule) {
        if (!valid) {
            throw new IllegalArgumentException(PREFIX + name + " must be " + rule);
        }
    }
}
