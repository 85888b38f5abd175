@NullMarked
package casebook.attachments;

import org.jspecify.annotations.NullMarked;
