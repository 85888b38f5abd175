package casebook.events;

/** The register's entry of a station was written. */
public sealed interface StationEntered extends StationEvent permits StationRegistered, StationChanged {

    StationDetails details();
}
