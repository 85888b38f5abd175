package casebook.events;

/**
 * An incident in a case, with the station that it belongs to: a case belongs to the stations of all its incidents.
 *
 * @param stationProvince the province that the station belonged to when the incident was filed
 */
public record CaseIncident(IncidentId incident, StationCode station, ProvinceCode stationProvince) {}
