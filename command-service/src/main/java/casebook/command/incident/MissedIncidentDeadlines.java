package casebook.command.incident;

import casebook.command.handling.Commands;
import casebook.command.handling.Outcome;
import casebook.command.handling.Terms;
import casebook.command.incident.IncidentCommand.RecordMissedDeadline;
import casebook.events.IncidentDeadlineMissed;
import org.springframework.stereotype.Component;

/** Records that deadlines of incidents passed; blocks. */
@Component
public final class MissedIncidentDeadlines {

    private final Commands commands;

    MissedIncidentDeadlines(Commands commands) {
        this.commands = commands;
    }

    /** Unchanged if it was recorded before, once per clock; refused as {@code deadline-met} if what was due has happened, or has a new time. */
    public Outcome record(IncidentDeadlineMissed missed, Terms terms) {
        return commands.give(new RecordMissedDeadline(missed.incident(), missed), terms)
                .outcome();
    }
}
