package casebook.query.statistics.web;

import casebook.query.statistics.Sight;
import casebook.query.statistics.YearlyQuery;

/**
 * All that a table depends on, within one generation of the read model.
 *
 * @param position of the ledger that the figures are those of
 */
record TableQuestion(TableKind kind, YearlyQuery query, Sight sight, long position) {}
