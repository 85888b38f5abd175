package casebook.benchmarks.reads;

/**
 * How fast it is asked and filed.
 *
 * @param filings while it is measured how soon they are visible
 * @param meanwhile how many filings a second there are while tables are asked of a ledger that goes on
 */
record Pace(Load questions, Load filings, int meanwhile) {}
