package casebook.benchmarks;

import java.time.Duration;

/**
 * What one measurement found.
 *
 * @param events how many were handled in a second
 * @param median the time that half of the operations took at most
 * @param slow the time that 99 of 100 operations took at most
 * @param own the processor time that this program took for an event
 * @param server the processor time that the servers took for an event
 */
record Figure(double events, Duration median, Duration slow, Duration own, Duration server) {}
