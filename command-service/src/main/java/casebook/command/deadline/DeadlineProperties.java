package casebook.command.deadline;

import casebook.events.Category;
import casebook.events.DeadlineKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long everything may take. A change holds for what is filed or sent after it.
 *
 * @param allowed by kind of deadline, where neither the category nor the request says otherwise; a kind that is left out has its default
 * @param byCategory what another time is allowed for, in incidents of a category
 * @param every how often it is looked what is due; a breach is recorded at most so long after it and the time it takes
 */
@ConfigurationProperties("casebook.deadlines")
public record DeadlineProperties(
        @DefaultValue Map<DeadlineKind, Duration> allowed,
        @DefaultValue Map<Category, Map<DeadlineKind, Duration>> byCategory,
        @DefaultValue("15s") Duration every) {

    private static final Duration MAX_PAUSE = Duration.ofSeconds(50);

    public DeadlineProperties {
        allowed = withDefaults(allowed);
        byCategory = Map.copyOf(byCategory);
        allowed.forEach(DeadlineProperties::check);
        byCategory.values().forEach(kinds -> kinds.forEach(DeadlineProperties::check));
        if (!every.isPositive() || every.compareTo(MAX_PAUSE) > 0) {
            throw new IllegalArgumentException("casebook.deadlines.every must be positive and at most " + MAX_PAUSE);
        }
    }

    private static Map<DeadlineKind, Duration> withDefaults(Map<DeadlineKind, Duration> configured) {
        var all = new EnumMap<DeadlineKind, Duration>(DeadlineKind.class);
        for (var kind : DeadlineKind.values()) {
            all.put(kind, byDefault(kind));
        }
        all.putAll(configured);
        return all;
    }

    private static void check(DeadlineKind kind, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("The time allowed for " + kind + " must be positive");
        }
    }

    /** Nine days for a laboratory, sixty for a case: the Criminal Procedure Code of 2015, articles 208 (drugs, weapons, counterfeit money) and 147 (the longest). */
    private static Duration byDefault(DeadlineKind kind) {
        return switch (kind) {
            case FIRST_REPORT, CUSTODY_TRANSFER -> Duration.ofHours(24);
            case ACCEPTANCE -> Duration.ofDays(3);
            case FOLLOW_UP -> Duration.ofDays(7);
            case LAB_RESULT -> Duration.ofDays(9);
            case REFERRAL_ANSWER -> Duration.ofDays(20);
            case RESOLUTION -> Duration.ofDays(60);
        };
    }

    /** @param category of the incident that it is about, null where that is not known */
    Duration allowed(DeadlineKind kind, @Nullable Category category) {
        var ofCategory =
                category == null ? Map.<DeadlineKind, Duration>of() : byCategory.getOrDefault(category, Map.of());
        return ofCategory.getOrDefault(kind, Objects.requireNonNull(allowed.get(kind)));
    }
}
