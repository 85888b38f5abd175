package casebook.events;

/**
 * A station filed a report.
 *
 * @param stationProvince the province that the station belonged to; who may see the incident goes by it
 * @param number {@code <station>-<year of occurrence>-<serial>}, unique
 */
@StoredAs("IncidentFiled")
public record IncidentFiled(
        IncidentId incident, StationCode station, ProvinceCode stationProvince, String number, IncidentDetails details)
        implements IncidentEvent {}
