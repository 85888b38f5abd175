package casebook.events;

import org.jspecify.annotations.Nullable;

/** A business in an incident. */
public record Enterprise(
        EnterpriseId id, @Nullable String name, @Nullable String registration) {}
