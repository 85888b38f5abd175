package casebook.command.following;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the command side follows the ledger.
 *
 * @param batchSize the most events that are taken together
 * @param rest how long a follower lets events gather after a batch that was not full: each costs MongoDB the same, however few they are. Not for what is kept in memory alone; at most a third of the time-out of claims, which are not extended meanwhile
 * @param claimTimeout after how long what an instance did that died is taken over by another
 */
@Validated
@ConfigurationProperties("casebook.following")
public record FollowingProperties(
        @DefaultValue("1000") @Min(1) @Max(1000) int batchSize,
        @DefaultValue("100ms") Duration rest,
        @DefaultValue("10s") Duration claimTimeout) {

    public FollowingProperties {
        if (rest.isNegative() || rest.multipliedBy(3).compareTo(claimTimeout) > 0) {
            throw new IllegalArgumentException("casebook.following.rest must be from 0 to a third of claim-timeout");
        }
    }

    FollowingProperties withoutRest() {
        return new FollowingProperties(batchSize, Duration.ZERO, claimTimeout);
    }
}
