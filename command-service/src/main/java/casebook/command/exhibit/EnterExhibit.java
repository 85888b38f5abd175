package casebook.command.exhibit;

import casebook.events.ExhibitEntered;

/** Puts an exhibit into custody. It is given without looking whether the id is taken: the ledger refuses that. */
record EnterExhibit(ExhibitEntered event) {}
