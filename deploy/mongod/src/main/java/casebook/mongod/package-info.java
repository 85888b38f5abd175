@NullMarked
package casebook.mongod;

import org.jspecify.annotations.NullMarked;
