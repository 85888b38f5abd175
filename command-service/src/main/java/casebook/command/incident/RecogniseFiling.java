package casebook.command.incident;

import casebook.events.IncidentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks, where an id is taken, whether it was taken by this very filing. */
record RecogniseFiling(@TargetAggregateIdentifier IncidentId incident, FileIncident filing) {}
