/**
 * Measures the ledger against other stores of events, all in one run on one machine and with durable writes: the official engine on
 * MongoDB, Axon's JDBC engine on PostgreSQL, and the driver alone as the floor. No service has any of it.
 */
@NullMarked
package casebook.benchmarks;

import org.jspecify.annotations.NullMarked;
