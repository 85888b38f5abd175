@NullMarked
package casebook.query.attachments.view;

import org.jspecify.annotations.NullMarked;
