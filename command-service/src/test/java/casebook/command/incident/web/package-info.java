@NullMarked
package casebook.command.incident.web;

import org.jspecify.annotations.NullMarked;
