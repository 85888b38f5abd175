package casebook.command.web;

import casebook.command.handling.Commands;
import casebook.command.handling.Terms;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What all desks do with a body: read it with every fault, give the command that it asks for, and write the receipt. The member {@code id}, by which a repeat
 * is recognised, is read here. The command is asked for only when there was no fault. Every method blocks until the ledger has it, and throws a
 * {@link casebook.http.ProblemException} where nothing was done.
 */
@Component
public final class Intake {

    private final Commands commands;
    private final Receipts receipts;

    Intake(Commands commands, Receipts receipts) {
        this.commands = commands;
        this.receipts = receipts;
    }

    public Receipt take(JsonNode body, Terms terms, Function<Members, Supplier<?>> reading) {
        var faults = new Faults();
        var members = Members.of(body, "", faults);
        var chosen = members.uuid("id");
        var command = reading.apply(members);
        members.end();
        faults.check();
        return receipts.of(commands.give(command.get(), terms.with(chosen)));
    }

    /** As {@link #take}, for what gets an id of its own: the one that the client chose, or a new one, which the receipt tells. */
    public Receipt create(JsonNode body, Terms terms, BiFunction<Members, UUID, Supplier<?>> reading) {
        var made = UuidCreator.getTimeOrderedEpoch();
        var receipt = take(body, terms, members -> reading.apply(members, idOf(members, made)));
        return receipt.creating(idOf(Members.of(body, "", new Faults()), made));
    }

    private static UUID idOf(Members members, UUID made) {
        return Objects.requireNonNullElse(members.uuid("id"), made);
    }
}
