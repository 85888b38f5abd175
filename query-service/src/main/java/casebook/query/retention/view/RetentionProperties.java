package casebook.query.retention.view;

import casebook.events.Category;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long personal data is kept.
 *
 * @param years for how many years after the closing of its cases that of an incident is kept, by category; of a category without a rule for ever
 */
@ConfigurationProperties("casebook.retention")
record RetentionProperties(Map<Category, Integer> years) {

    RetentionProperties(@Nullable Map<Category, Integer> years) {
        this.years = years == null ? Map.of() : Map.copyOf(years);
        if (this.years.values().stream().anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException("casebook.retention.years has a rule of less than 1 year");
        }
    }
}
