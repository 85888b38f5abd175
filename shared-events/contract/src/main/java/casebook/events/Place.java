package casebook.events;

import org.jspecify.annotations.Nullable;

/**
 * Where an incident happened.
 *
 * @param province the station's, where the filing names none
 * @param marker the number of the nearest border marker
 */
public record Place(
        ProvinceCode province,
        @Nullable String district,
        @Nullable String commune,
        @Nullable String marker,
        @Nullable Point point) {}
