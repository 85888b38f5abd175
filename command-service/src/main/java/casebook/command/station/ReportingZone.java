package casebook.command.station;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The time zone in which the year of an incident, and the day of a station's report, are told.
 *
 * @param zone an IANA zone id
 */
@ConfigurationProperties("casebook.reporting")
public record ReportingZone(
        @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone) {

    public int yearOf(OffsetDateTime time) {
        return time.atZoneSameInstant(zone).getYear();
    }

    LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
