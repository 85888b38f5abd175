package casebook.query.projection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How projections run.
 *
 * @param batchSize the most events that are folded in memory and written together
 * @param waitAtMost how long a read waits for the position that it asks for
 * @param listAtMost how long MongoDB may work for a page of a list or its counts; zero for as long as it takes
 * @param watchEvery how often each instance looks which generations shall run, and measures
 * @param claimTimeout after how long a processor whose instance died is taken over by another
 * @param keepRetired how long a replaced generation is kept for requests that still read it
 */
@Validated
@ConfigurationProperties("casebook.projections")
public record ProjectionProperties(
        @DefaultValue("1000") @Min(1) @Max(1000) int batchSize,
        @DefaultValue("5s") Duration waitAtMost,
        @DefaultValue("10s") Duration listAtMost,
        @DefaultValue("1s") Duration watchEvery,
        @DefaultValue("10s") Duration claimTimeout,
        @DefaultValue("60s") Duration keepRetired) {}
