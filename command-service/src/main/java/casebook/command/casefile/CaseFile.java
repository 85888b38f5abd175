package casebook.command.casefile;

import casebook.command.casefile.CaseCommand.AddNote;
import casebook.command.casefile.CaseCommand.AssignCase;
import casebook.command.casefile.CaseCommand.LinkIncident;
import casebook.command.casefile.CaseCommand.MoveCase;
import casebook.command.casefile.CaseCommand.UnlinkIncident;
import casebook.command.casefile.CaseProgress.Opened;
import casebook.command.casefile.CaseProgress.Unopened;
import casebook.command.handling.Decided;
import casebook.command.handling.Decision;
import casebook.command.handling.Origin;
import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Standing;
import casebook.command.handling.Terms;
import casebook.events.CaseEvent;
import casebook.events.CaseOpened;
import casebook.events.CaseState;
import casebook.events.CasebookEvent;
import casebook.http.Caller;
import casebook.http.Role;
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

/** Axon's shell around a case: it loads and records, {@link CaseDecider} decides. */
@Aggregate(type = "Case")
final class CaseFile extends Decided<CaseEvent> {

    @AggregateIdentifier
    private @Nullable String id;

    private CaseProgress progress = new Unopened();
    private @Nullable CaseOpened opened;

    CaseFile() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome handle(OpenCase command) {
        return happen(command.event());
    }

    @CommandHandler
    Outcome handle(RecogniseOpening command) {
        return command.opening().event().equals(opened)
                ? new Outcome.Repeated(new Standing(command.caseFile().toString(), null, CaseState.OPEN.name(), 1))
                : new Outcome.Refused(new Refusal.IdReused());
    }

    @CommandHandler
    Outcome handle(LinkIncident command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(UnlinkIncident command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(AssignCase command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(AddNote command, MetaData metadata) {
        return judge(command, metadata);
    }

    /** What was closed, a command alone opens again. */
    @CommandHandler
    Outcome handle(MoveCase command, MetaData metadata) {
        var isCommand = Terms.in(metadata).caller().has(Role.COMMAND);
        return decide(
                metadata,
                command.event(),
                () -> isClosed() && !isCommand ? Decision.refuse(new Refusal.Forbidden()) : verdict(command));
    }

    private Outcome judge(CaseCommand command, MetaData metadata) {
        return decide(metadata, command.event(), () -> verdict(command));
    }

    private Decision verdict(CaseCommand command) {
        return switch (progress) {
            case Opened file -> CaseDecider.decide(command, file);
            case Unopened() -> Decision.refuse(new Refusal.Unknown());
        };
    }

    private boolean isClosed() {
        return progress instanceof Opened file && file.state() == CaseState.CLOSED;
    }

    @EventSourcingHandler
    void on(CaseEvent event, @SequenceNumber long sequence, @MetaDataValue(Origin.REQUEST) @Nullable String request) {
        id = event.caseFile().toString();
        progress = progress.after(event);
        if (event instanceof CaseOpened first) {
            opened = first;
        }
        happened(event, sequence, request);
    }

    /** The id stands for something else: nothing was opened under it. */
    @EventSourcingHandler
    void on(CasebookEvent other, @SourceId String source) {
        id = source;
    }

    @Override
    protected boolean existsFor(Caller caller) {
        return progress instanceof Opened file && file.isIn(caller.scope());
    }

    @Override
    protected Standing standing() {
        var status = progress instanceof Opened file ? file.state().name() : "";
        return new Standing(String.valueOf(id), null, status, version());
    }
}
