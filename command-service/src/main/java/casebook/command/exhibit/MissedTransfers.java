package casebook.command.exhibit;

import casebook.command.exhibit.ExhibitCommand.RecordMissedDeadline;
import casebook.command.handling.Commands;
import casebook.command.handling.Outcome;
import casebook.command.handling.Terms;
import casebook.events.ExhibitDeadlineMissed;
import org.springframework.stereotype.Component;

/** Records that offered exhibits were not answered in time; blocks. */
@Component
public final class MissedTransfers {

    private final Commands commands;

    MissedTransfers(Commands commands) {
        this.commands = commands;
    }

    /** Unchanged if it was recorded before, once per transfer; refused as {@code deadline-met} if the transfer was answered. */
    public Outcome record(ExhibitDeadlineMissed missed, Terms terms) {
        return commands.give(new RecordMissedDeadline(missed.exhibit(), missed), terms)
                .outcome();
    }
}
