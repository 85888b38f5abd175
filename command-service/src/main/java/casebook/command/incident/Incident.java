package casebook.command.incident;

import casebook.command.handling.Decided;
import casebook.command.handling.Decision;
import casebook.command.handling.Origin;
import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Standing;
import casebook.command.incident.IncidentCommand.AcceptIncident;
import casebook.command.incident.IncidentCommand.AddEnterprise;
import casebook.command.incident.IncidentCommand.AddSeizure;
import casebook.command.incident.IncidentCommand.AddSubject;
import casebook.command.incident.IncidentCommand.AddVehicle;
import casebook.command.incident.IncidentCommand.AmendIncident;
import casebook.command.incident.IncidentCommand.ConcludeSubject;
import casebook.command.incident.IncidentCommand.ErasePerson;
import casebook.command.incident.IncidentCommand.RecordLabResult;
import casebook.command.incident.IncidentCommand.RecordMissedDeadline;
import casebook.command.incident.IncidentCommand.ReferVictim;
import casebook.command.incident.IncidentCommand.RequestLab;
import casebook.command.incident.IncidentCommand.ReturnIncident;
import casebook.command.incident.IncidentCommand.SupportVictim;
import casebook.command.incident.IncidentCommand.VoidIncident;
import casebook.command.incident.IncidentState.Filed;
import casebook.command.incident.IncidentState.Unfiled;
import casebook.events.CasebookEvent;
import casebook.events.IncidentEvent;
import casebook.http.Caller;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Axon's shell around an incident: it loads and records, {@link IncidentDecider} decides. */
@Aggregate(type = "Incident")
final class Incident extends Decided<IncidentEvent> {

    @AggregateIdentifier
    private @Nullable String id;

    private IncidentState state = new Unfiled();

    Incident() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome handle(FileIncident command) {
        return happen(command.event());
    }

    @CommandHandler
    Outcome handle(AmendIncident command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(AddSeizure command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(AddSubject command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(AddVehicle command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(AddEnterprise command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(ReturnIncident command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(AcceptIncident command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(VoidIncident command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(ConcludeSubject command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(SupportVictim command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(ReferVictim command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(RequestLab command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(RecordLabResult command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(ErasePerson command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(RecordMissedDeadline command, MetaData metadata) {
        return judge(command, metadata);
    }

    private Outcome judge(IncidentCommand command, MetaData metadata) {
        return decide(metadata, command.event(), () -> switch (state) {
            case Filed incident -> IncidentDecider.decide(command, incident);
            case Unfiled() -> Decision.refuse(new Refusal.Unknown());
        });
    }

    @EventSourcingHandler
    void on(
            IncidentEvent event,
            @SequenceNumber long sequence,
            @MetaDataValue(value = Origin.REQUEST) @Nullable String request) {
        id = event.incident().toString();
        state = state.after(event, sequence);
        happened(event, sequence, request);
    }

    /** The id stands for something else: nothing was filed under it. */
    @EventSourcingHandler
    void on(CasebookEvent other, @SourceId String source) {
        id = source;
    }

    @Override
    protected boolean isRepeat(IncidentEvent first, IncidentEvent asked) {
        return Forgotten.isRepeat(first, asked);
    }

    @Override
    protected String full() {
        return "incident-full";
    }

    @Override
    protected boolean existsFor(Caller caller) {
        return state instanceof Filed incident && caller.scope().covers(incident.station(), incident.stationProvince());
    }

    @Override
    protected Standing standing() {
        return state instanceof Filed incident
                ? new Standing(
                        String.valueOf(id), incident.number(), incident.status().name(), version())
                : new Standing(String.valueOf(id), null, "", version());
    }
}
