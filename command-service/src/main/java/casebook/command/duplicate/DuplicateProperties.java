package casebook.command.duplicate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Among which reports duplicates are looked for.
 *
 * @param within how far apart the times of two reports of one incident may be, at most a day
 * @param remembered how many reports, the newest that were filed, are held in memory: some 250 bytes each, and some 400 more for each person that is named
 * @param memory how much memory they may take together, about; where they take more, fewer are held
 */
@ConfigurationProperties("casebook.duplicates")
public record DuplicateProperties(
        @DefaultValue("12h") Duration within,
        @DefaultValue("200000") int remembered,
        @DefaultValue("128MB") DataSize memory) {

    private static final Duration DAY = Duration.ofDays(1);

    public DuplicateProperties {
        if (!within.isPositive() || within.compareTo(DAY) > 0) {
            throw new IllegalArgumentException("casebook.duplicates.within must be positive and at most a day");
        }
        if (remembered < 1) {
            throw new IllegalArgumentException("casebook.duplicates.remembered must be positive");
        }
        if (memory.toBytes() < 1) {
            throw new IllegalArgumentException("casebook.duplicates.memory must be positive");
        }
    }
}
