package casebook.query.statistics.web;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How statistics count.
 *
 * @param zone in which an incident falls on a day, and so into a year; a change of it needs a rebuild of the projection
 * @param inTime how long after its occurrence an incident is filed in time
 */
@ConfigurationProperties("casebook.reporting")
record StatisticsProperties(
        @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone,
        @DefaultValue("24h") Duration inTime) {}
