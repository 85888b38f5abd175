package casebook.events;

import org.jspecify.annotations.Nullable;

/** Something seized in an incident, as it was measured. */
public record Seizure(
        SeizureId id,
        Item item,
        Quantity quantity,
        Unit unit,
        @Nullable Money value,
        @Nullable String description) {}
