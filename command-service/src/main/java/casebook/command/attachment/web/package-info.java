@NullMarked
package casebook.command.attachment.web;

import org.jspecify.annotations.NullMarked;
