/** Incidents: filed, amended, added to, returned, accepted, voided. The rules stand in {@link casebook.command.incident.IncidentDecider}. */
@NullMarked
package casebook.command.incident;

import org.jspecify.annotations.NullMarked;
