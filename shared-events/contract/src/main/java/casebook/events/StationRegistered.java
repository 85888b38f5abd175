package casebook.events;

/** A station was entered into the register. */
@StoredAs("StationRegistered")
public record StationRegistered(StationCode station, StationDetails details) implements StationEntered {}
