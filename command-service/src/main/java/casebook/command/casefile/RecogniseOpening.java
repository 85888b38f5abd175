package casebook.command.casefile;

import casebook.events.CaseId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks, where an id is taken, whether it was taken by this very opening. */
record RecogniseOpening(@TargetAggregateIdentifier CaseId caseFile, OpenCase opening) {}
