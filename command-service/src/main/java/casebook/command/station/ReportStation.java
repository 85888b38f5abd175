package casebook.command.station;

import casebook.events.StationCode;
import casebook.events.StationReported;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a station's regular report of one day. */
record ReportStation(@TargetAggregateIdentifier StationCode station, StationReported event) {}
