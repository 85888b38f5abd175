package casebook.events;

/** A kind of vehicle or vessel. */
public enum VehicleType {
    MOTORCYCLE,
    CAR,
    TRUCK,
    BUS,
    BOAT,
    SHIP,
    OTHER
}
