package casebook.command.deadline;

import casebook.command.handling.Outcome;
import casebook.events.DeadlineMissed;

/** Puts a breach to the incident, case or exhibit that it happened to, which records it once and only if it is one; blocks. */
@FunctionalInterface
public interface Breaches {

    Outcome put(DeadlineMissed breach);
}
