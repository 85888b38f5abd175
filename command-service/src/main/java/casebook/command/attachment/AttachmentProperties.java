package casebook.command.attachment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the files of exhibits are kept.
 *
 * @param limit the largest file; what is larger is refused (413)
 * @param grace how long an upload may be without new bytes; what no event names after it is deleted
 * @param every how often it is looked whether an upload was left behind and whether a file is due for its check; one file is checked at a time
 * @param recheck how long after its check a file is checked again
 */
@ConfigurationProperties("casebook.attachments")
public record AttachmentProperties(
        @DefaultValue("50MB") DataSize limit,
        @DefaultValue("1h") Duration grace,
        @DefaultValue("1s") Duration every,
        @DefaultValue("24h") Duration recheck) {

    public AttachmentProperties {
        if (limit.toBytes() < 1 || !grace.isPositive() || !every.isPositive() || !recheck.isPositive()) {
            throw new IllegalArgumentException("casebook.attachments.* must be positive");
        }
    }
}
