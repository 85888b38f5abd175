/** What the service runs on: Axon, MongoDB, metrics, documentation. */
@NullMarked
package casebook.command.platform;

import org.jspecify.annotations.NullMarked;
