/**
 * The auditor's program: checks bundles, exported ledgers and running logs against signed checkpoints, with nothing of the
 * services and no database. It trusts the keys that it is given, and nothing else.
 */
@NullMarked
package casebook.verify;

import org.jspecify.annotations.NullMarked;
