package casebook.command.station;

import casebook.events.StationCode;
import casebook.events.StationDetails;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Enters a station into the register, or replaces its entry. */
record PutStation(@TargetAggregateIdentifier StationCode station, StationDetails details) {}
