/** Case files: opened over incidents, linked, assigned, noted, moved. The rules stand in {@link casebook.command.casefile.CaseDecider}. */
@NullMarked
package casebook.command.casefile;

import org.jspecify.annotations.NullMarked;
