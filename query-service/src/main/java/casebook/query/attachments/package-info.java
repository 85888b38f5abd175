/** The files of exhibits, handed out as they were attached or not at all. */
@NullMarked
package casebook.query.attachments;

import org.jspecify.annotations.NullMarked;
