package casebook.query.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What listeners may cost.
 *
 * @param patience how long a connection may leave untaken what was written to it, until the listener is ended; after as long again the connection is cut
 * @param heartbeat after how long without a word a listener is told its position
 * @param listeners the most of each process
 * @param listenersOfOne the most of one account in each process
 */
@ConfigurationProperties("casebook.stream")
public record StreamProperties(
        @DefaultValue("30s") Duration patience,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("10000") int listeners,
        @DefaultValue("5000") int listenersOfOne) {

    public StreamProperties {
        require(patience.isPositive(), "patience", "positive");
        require(heartbeat.isPositive(), "heartbeat", "positive");
        require(listeners >= 0, "listeners", "at least 0");
        require(listenersOfOne >= 0, "listeners-of-one", "at least 0");
    }

    private static void require(boolean valid, String name, String rule) {
        if (!valid) {
            throw new IllegalArgumentException("casebook.stream." + name + " must be " + rule);
        }
    }
}
