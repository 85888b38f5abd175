package casebook.command.incident;

import casebook.command.handling.Commands;
import casebook.command.handling.Terms;
import casebook.command.handling.Ticket;
import casebook.command.incident.IncidentCommand.ErasePerson;
import casebook.events.PersonalDataErased;
import org.springframework.stereotype.Component;

/** Records in incidents that persons are to be forgotten; blocks. It does not destroy their keys. */
@Component
public final class ErasedPersons {

    private final Commands commands;

    ErasedPersons(Commands commands) {
        this.commands = commands;
    }

    /** Unchanged if the person was erased before; refused as unknown if the incident never named this person. */
    public Ticket record(PersonalDataErased erasure, Terms terms) {
        return commands.give(new ErasePerson(erasure.incident(), erasure), terms);
    }
}
