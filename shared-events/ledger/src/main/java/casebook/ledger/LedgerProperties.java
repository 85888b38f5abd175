package casebook.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a process uses the ledger. The database comes from {@code casebook.ledger.database}, else from {@code casebook.database}.
 *
 * @param append whether this process appends; without it there is neither a writer nor an engine
 * @param maxBatch the most events of several callers that are packed into one commit, 1 to 64; one caller's events are never
 *     split, however many they are
 * @param giveUpAfter how long a caller waits for a definite answer
 * @param attemptTimeout how long one insert or look-up of the writer may take before it counts as unanswered
 * @param changeStreams whether to wait at the tail through a change stream, where the deployment has them
 * @param pollMin the first wait between two looks at the tail while the ledger grows, and where there is no change stream
 * @param pollMax the longest wait between two looks
 * @param readBatch how many commits MongoDB sends at a time to a reader
 */
@ConfigurationProperties("casebook.ledger")
public record LedgerProperties(
        @DefaultValue("false") boolean append,
        @DefaultValue("64") int maxBatch,
        @DefaultValue("30s") Duration giveUpAfter,
        @DefaultValue("5s") Duration attemptTimeout,
        @DefaultValue("true") boolean changeStreams,
        @DefaultValue("25ms") Duration pollMin,
        @DefaultValue("250ms") Duration pollMax,
        @DefaultValue("256") int readBatch) {

    /** What holds where nothing is configured. */
    public static final LedgerProperties DEFAULTS = new LedgerProperties(
            false,
            64,
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            true,
            Duration.ofMillis(25),
            Duration.ofMillis(250),
            256);

    public LedgerProperties {
        require(maxBatch >= 1 && maxBatch <= 64, "max-batch", "from 1 to 64");
        require(giveUpAfter.isPositive(), "give-up-after", "positive");
        require(attemptTimeout.isPositive(), "attempt-timeout", "positive");
        require(pollMin.isPositive(), "poll-min", "positive");
        require(pollMax.compareTo(pollMin) >= 0, "poll-max", "at least poll-min");
        require(readBatch >= 1, "read-batch", "at least 1");
    }

    private static void require(boolean valid, String name, String rule) {
        if (!valid) {
            throw new IllegalArgumentException("casebook.ledger." + name + " must be " + rule);
        }
    }
}
