package casebook.events;

/** The register's entry of a station was replaced. */
@StoredAs("StationChanged")
public record StationChanged(StationCode station, StationDetails details) implements StationEntered {}
