package casebook.command.exhibit;

import casebook.command.exhibit.ExhibitCommand.AttachFile;
import casebook.command.exhibit.ExhibitCommand.DestroyExhibit;
import casebook.command.exhibit.ExhibitCommand.Handling;
import casebook.command.exhibit.ExhibitCommand.OfferExhibit;
import casebook.command.exhibit.ExhibitCommand.ReceiveExhibit;
import casebook.command.exhibit.ExhibitCommand.RecordAlteredFile;
import casebook.command.exhibit.ExhibitCommand.RecordMissedDeadline;
import casebook.command.exhibit.ExhibitCommand.RefuseExhibit;
import casebook.command.exhibit.ExhibitCommand.ReleaseExhibit;
import casebook.command.exhibit.ExhibitCommand.SampleExhibit;
import casebook.command.exhibit.ExhibitCommand.WeighExhibit;
import casebook.command.exhibit.ExhibitState.Entered;
import casebook.command.exhibit.ExhibitState.Unentered;
import casebook.command.handling.Decided;
import casebook.command.handling.Decision;
import casebook.command.handling.Origin;
import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Standing;
import casebook.events.CasebookEvent;
import casebook.events.ExhibitDetails;
import casebook.events.ExhibitEvent;
import casebook.events.ExhibitFileAttached;
import casebook.http.Caller;
import java.util.function.Function;
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

/** Axon's shell around an exhibit: it loads and records, {@link ExhibitDecider} decides. */
@Aggregate(type = "Exhibit")
final class Exhibit extends Decided<ExhibitEvent> {

    @AggregateIdentifier
    private @Nullable String id;

    private ExhibitState state = new Unentered();

    Exhibit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome handle(EnterExhibit command) {
        return happen(command.event());
    }

    @CommandHandler
    Outcome handle(OfferExhibit command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(ReceiveExhibit command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(RefuseExhibit command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(WeighExhibit command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(SampleExhibit command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(DestroyExhibit command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(ReleaseExhibit command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(AttachFile command, MetaData metadata) {
        var attached = new ExhibitFileAttached(
                command.exhibit(),
                command.file(),
                command.sha256(),
                command.bytes(),
                command.mediaType(),
                nextVersion());
        return decide(metadata, attached, () -> verdict(exhibit -> ExhibitDecider.attach(attached, exhibit)));
    }

    @CommandHandler
    Outcome handle(RecordAlteredFile command, MetaData metadata) {
        return decide(
                metadata,
                command.event(),
                () -> verdict(exhibit -> ExhibitDecider.recordAltered(command.event(), exhibit)));
    }

    @CommandHandler
    Outcome handle(RecordMissedDeadline command, MetaData metadata) {
        return decide(
                metadata,
                command.event(),
                () -> verdict(exhibit -> ExhibitDecider.recordMissed(command.event(), exhibit)));
    }

    private Outcome judge(Handling command, MetaData metadata) {
        return decide(metadata, command.event(), () -> verdict(exhibit -> ExhibitDecider.decide(command, exhibit)));
    }

    private Decision verdict(Function<ExhibitDetails, Decision> decider) {
        return switch (state) {
            case Entered(var exhibit) -> decider.apply(exhibit);
            case Unentered() -> Decision.refuse(new Refusal.Unknown());
        };
    }

    private int nextVersion() {
        return state instanceof Entered(var exhibit) && exhibit.file() != null
                ? exhibit.file().version() + 1
                : 1;
    }

    @EventSourcingHandler
    void on(
            ExhibitEvent event,
            @SequenceNumber long sequence,
            @MetaDataValue(Origin.REQUEST) @Nullable String request) {
        id = event.exhibit().toString();
        state = state.after(event);
        happened(event, sequence, request);
    }

    /** The id stands for something else: nothing entered custody under it. */
    @EventSourcingHandler
    void on(CasebookEvent other, @SourceId String source) {
        id = source;
    }

    @Override
    protected String full() {
        return "exhibit-full";
    }

    @Override
    protected boolean existsFor(Caller caller) {
        return state instanceof Entered(var exhibit)
                && caller.scope().covers(exhibit.station(), exhibit.stationProvince());
    }

    @Override
    protected Standing standing() {
        var status = state instanceof Entered(var exhibit) ? exhibit.status().name() : "";
        return new Standing(String.valueOf(id), null, status, version());
    }
}
