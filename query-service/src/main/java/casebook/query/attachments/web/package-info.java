@NullMarked
package casebook.query.attachments.web;

import org.jspecify.annotations.NullMarked;
