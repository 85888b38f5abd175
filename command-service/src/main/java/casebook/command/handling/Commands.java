package casebook.command.handling;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Gives commands to the aggregates and waits for the outcome; to be called on a virtual thread. A command that met another writer is
 * given again, so that a caller hears of a conflict only by its own {@code If-Match}.
 */
public final class Commands {

    private static final int ATTEMPTS = 10;

    private final CommandBus bus;
    private final MeterRegistry metrics;

    public Commands(CommandBus bus, MeterRegistry metrics) {
        this.bus = bus;
        this.metrics = metrics;
    }

    /**
     * @throws org.axonframework.modelling.command.AggregateStreamCreationException if the id of what is to be created is taken
     * @throws casebook.ledger.OutcomeUnknown if the ledger gave up without an answer
     * @throws casebook.ledger.LineTooLong if the event is larger than the ledger takes
     */
    public Ticket give(Object command, Terms terms) {
        var timer = Timer.start(metrics);
        var result = "failed";
        try {
            var ticket = attempt(command, terms);
            result = ticket.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT);
            return ticket;
        } catch (AggregateStreamCreationException e) {
            result = "taken";
            throw e;
        } finally {
            timer.stop(Timer.builder("casebook.commands")
                    .description("Commands by type and outcome")
                    .tag("type", command.getClass().getSimpleName())
                    .tag("outcome", result)
                    .register(metrics));
        }
    }

    private Ticket attempt(Object command, Terms terms) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(command, terms);
            } catch (ConcurrencyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Ticket once(Object command, Terms terms) {
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).andMetaData(terms.toMetaData());
        var callback = new FutureCallback<Object, Ticket>();
        bus.dispatch(message, callback);
        CommandResultMessage<? extends Ticket> result = callback.getResult();
        if (result.isExceptional()) {
            throw unchecked(result.exceptionResult());
        }
        return result.getPayload();
    }

    private static RuntimeException unchecked(Throwable thrown) {
        return thrown instanceof RuntimeException runtime ? runtime : new CompletionException(thrown);
    }
}
