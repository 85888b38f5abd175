package casebook.command.casefile;

import casebook.command.casefile.CaseCommand.RecordMissedDeadline;
import casebook.command.handling.Commands;
import casebook.command.handling.Outcome;
import casebook.command.handling.Terms;
import casebook.events.CaseDeadlineMissed;
import org.springframework.stereotype.Component;

/** Records that deadlines of cases passed; blocks. */
@Component
public final class MissedCaseDeadlines {

    private final Commands commands;

    MissedCaseDeadlines(Commands commands) {
        this.commands = commands;
    }

    /** Unchanged if it was recorded before, once per clock; refused as {@code deadline-met} if what was due has happened, or has a new time. */
    public Outcome record(CaseDeadlineMissed missed, Terms terms) {
        return commands.give(new RecordMissedDeadline(missed.caseFile(), missed), terms)
                .outcome();
    }
}
