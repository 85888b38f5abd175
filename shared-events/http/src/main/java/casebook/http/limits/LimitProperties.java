package casebook.http.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on what clients do. A client is the account that the token names, else the address that asks.
 *
 * @param requestsPerSecond how many requests a client may make in the long run, in each process; 0 for any number
 * @param burst how many it may make at once after a pause
 * @param silence how long a client may send nothing in the middle of a request
 * @param idle how long a connection may wait for the next request
 */
@ConfigurationProperties("casebook.limits")
public record LimitProperties(
        @DefaultValue("500") int requestsPerSecond,
        @DefaultValue("2000") int burst,
        @DefaultValue("60s") Duration silence,
        @DefaultValue("75s") Duration idle) {

    public LimitProperties {
        require(requestsPerSecond >= 0, "requests-per-second", "at least 0");
        require(burst >= 1, "burst", "at least 1");
        require(silence.isPositive(), "silence", "positive");
        require(idle.isPositive(), "idle", "positive");
    }

    private static void require(boolean valid, String name, String rule) {
        if (!valid) {
            throw new IllegalArgumentException("casebook.limits." + name + " must be " + rule);
        }
    }
}
