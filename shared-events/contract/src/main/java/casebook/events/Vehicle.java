package casebook.events;

import org.jspecify.annotations.Nullable;

/** A vehicle or vessel in an incident. */
public record Vehicle(
        VehicleId id, VehicleType type, @Nullable String plate) {}
