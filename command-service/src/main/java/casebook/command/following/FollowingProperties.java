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
 * @param rest how long a follower lets events gather that has taken all there were; each time it takes some costs MongoDB the same, however few they are
 * @param claimTimeout after how long what an instance did that died is taken over by another
 */
@Validated
@ConfigurationProperties("casebook.following")
public record FollowingProperties(
        @DefaultValue("1000") @Min(1) @Max(1000) int batchSize,
        @DefaultValue("100ms") Duration rest,
        @DefaultValue("10s") Duration claimTimeout) {}
