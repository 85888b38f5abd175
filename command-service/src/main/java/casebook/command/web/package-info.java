/** How bodies are read strictly, with every fault named at once, and how outcomes are answered. */
@NullMarked
package casebook.command.web;

import org.jspecify.annotations.NullMarked;
