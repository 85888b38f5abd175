package casebook.command.incident;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The time zone in which the year of an incident is told.
 *
 * @param zone an IANA zone id
 */
@ConfigurationProperties("casebook.reporting")
public record ReportingZone(
        @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone) {

    int yearOf(OffsetDateTime time) {
        return time.atZoneSameInstant(zone).getYear();
    }
}
