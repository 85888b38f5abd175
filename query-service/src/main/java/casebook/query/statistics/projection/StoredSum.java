package casebook.query.statistics.projection;

import casebook.query.statistics.Breakdown;
import casebook.query.statistics.DatedCell;

/**
 * A sum as it is stored.
 *
 * @param over the cell, and the first day of the time, that it is over
 * @param position up to which it reflects the ledger
 * @param figures with items and delays only where those were asked for
 */
public record StoredSum(DatedCell over, long position, Breakdown figures) {}
