package casebook.events;

/** A station filed a report; the number is {@code <station>-<year of occurrence>-<serial>} and unique. */
@StoredAs("IncidentFiled")
public record IncidentFiled(IncidentId incident, StationCode station, String number, IncidentDetails details)
        implements IncidentEvent {}
