package casebook.command.station;

import casebook.command.handling.Commands;
import casebook.command.handling.Terms;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.events.StationCode;
import casebook.events.StationDetails;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.springframework.stereotype.Component;

/** Carries out what is asked of the register of stations; blocks. */
@Component
public final class StationRegister {

    private final Commands commands;
    private final Receipts receipts;
    private final StationDirectory directory;

    StationRegister(Commands commands, Receipts receipts, StationDirectory directory) {
        this.commands = commands;
        this.receipts = receipts;
        this.directory = directory;
    }

    public Receipt put(StationCode code, StationDetails details, Terms terms) {
        var command = new PutStation(code, details);
        try {
            return receipts.of(commands.give(command, terms));
        } catch (AggregateStreamCreationException registeredMeanwhile) {
            return receipts.of(commands.give(command, terms));
        } finally {
            directory.forget(code);
        }
    }
}
