package casebook.events;

import org.jspecify.annotations.Nullable;

/**
 * A laboratory said what a seizure is. The report keeps the item that the station gave until it is amended.
 *
 * @param purity of the substance, where it has one
 */
@StoredAs("LabResultRecorded")
public record LabResultRecorded(
        IncidentId incident,
        SeizureId seizure,
        Item item,
        @Nullable Percentage purity,
        @Nullable String laboratory) implements IncidentEvent {}
