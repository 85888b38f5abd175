package casebook.events;

/** A vehicle was added to a report. */
@StoredAs("VehicleAdded")
public record VehicleAdded(IncidentId incident, Vehicle vehicle) implements IncidentEvent {}
