package casebook.command.station;

import casebook.command.handling.Outcome;
import casebook.command.handling.Standing;
import casebook.events.StationChanged;
import casebook.events.StationDetails;
import casebook.events.StationEntered;
import casebook.events.StationEvent;
import casebook.events.StationRegistered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A station's entry in the register. */
@Aggregate(type = "Station")
final class Station {

    private static final String REGISTERED = "REGISTERED";

    @AggregateIdentifier
    private @Nullable String code;

    private @Nullable StationDetails details;
    private long version;

    Station() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(PutStation command) {
        if (command.details().equals(details)) {
            return new Outcome.Unchanged(standing());
        }
        AggregateLifecycle.apply(
                details == null
                        ? new StationRegistered(command.station(), command.details())
                        : new StationChanged(command.station(), command.details()));
        return new Outcome.Recorded(standing());
    }

    @EventSourcingHandler
    void on(StationEvent event, @SequenceNumber long sequence) {
        code = event.station().value();
        if (event instanceof StationEntered entered) {
            details = entered.details();
        }
        version = sequence + 1;
    }

    private Standing standing() {
        return new Standing(String.valueOf(code), null, REGISTERED, version);
    }
}
