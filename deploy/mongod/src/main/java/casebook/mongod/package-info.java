/** Finds a MongoDB server or brings one: for the standalone, and for the tests of every module. */
@NullMarked
package casebook.mongod;

import org.jspecify.annotations.NullMarked;
