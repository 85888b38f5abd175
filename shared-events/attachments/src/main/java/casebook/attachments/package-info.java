/** The bytes of exhibits' files, in MongoDB's GridFS: the command service keeps them, the query service hands them out. What they should be, the ledger says. */
@NullMarked
package casebook.attachments;

import org.jspecify.annotations.NullMarked;
