package casebook.query.stations.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A station with how soon it reports. */
public record StationView(@JsonUnwrapped StationRow station, Timeliness timeliness) {}
