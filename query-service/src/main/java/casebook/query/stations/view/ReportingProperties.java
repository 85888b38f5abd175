package casebook.query.stations.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stations owe.
 *
 * @param zone whose days reports are for
 * @param inTime how long after its occurrence an incident is filed in time; as the first-report deadline of the command service
 * @param everyDays for every how many days a station owes a report
 */
@ConfigurationProperties("casebook.reporting")
record ReportingProperties(
        @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone,
        @DefaultValue("24h") Duration inTime,
        @DefaultValue("1") int everyDays) {

    ReportingProperties {
        if (everyDays < 1) {
            throw new IllegalArgumentException("casebook.reporting.every-days is less than 1");
        }
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** How many reports are missing on a day: that of the day itself is owed until it is over. */
    long missing(LocalDate last, LocalDate today) {
        return Math.max(0, (ChronoUnit.DAYS.between(last, today) - 1) / everyDays);
    }
}
