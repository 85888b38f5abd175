package casebook.command.station;

import casebook.command.handling.Decided;
import casebook.command.handling.Decision;
import casebook.command.handling.Origin;
import casebook.command.handling.Outcome;
import casebook.command.handling.Standing;
import casebook.events.StationChanged;
import casebook.events.StationCode;
import casebook.events.StationDetails;
import casebook.events.StationEntered;
import casebook.events.StationEvent;
import casebook.events.StationRegistered;
import casebook.http.Caller;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A station's entry in the register, and its regular reports. */
@Aggregate(type = "Station")
final class Station extends Decided<StationEvent> {

    private static final String REGISTERED = "REGISTERED";

    @AggregateIdentifier
    private @Nullable String code;

    private @Nullable StationDetails details;

    Station() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(PutStation command) {
        if (command.details().equals(details)) {
            return new Outcome.Unchanged(standing());
        }
        return happen(
                details == null
                        ? new StationRegistered(command.station(), command.details())
                        : new StationChanged(command.station(), command.details()));
    }

    /** A day may have several reports: what comes later adds to it. */
    @CommandHandler
    Outcome handle(ReportStation command, MetaData metadata) {
        return decide(metadata, command.event(), Decision::happen);
    }

    @EventSourcingHandler
    void on(
            StationEvent event,
            @SequenceNumber long sequence,
            @MetaDataValue(Origin.REQUEST) @Nullable String request) {
        code = event.station().value();
        if (event instanceof StationEntered entered) {
            details = entered.details();
        }
        happened(event, sequence, request);
    }

    @Override
    protected boolean existsFor(Caller caller) {
        return code != null && details != null && caller.scope().covers(new StationCode(code), details.province());
    }

    @Override
    protected Standing standing() {
        return new Standing(String.valueOf(code), null, REGISTERED, version());
    }
}
