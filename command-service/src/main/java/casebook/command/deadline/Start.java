package casebook.command.deadline;

import java.time.Instant;

/**
 * From where a clock can run.
 *
 * @param clock the sequence number of the event, within its aggregate, which names the clock
 * @param at when the event was recorded
 */
record Start(long clock, Instant at) {}
