package casebook.command.casefile;

import casebook.command.casefile.CaseCommand.AddNote;
import casebook.command.casefile.CaseCommand.AnswerReferral;
import casebook.command.casefile.CaseCommand.AssignCase;
import casebook.command.casefile.CaseCommand.LinkIncident;
import casebook.command.casefile.CaseCommand.MergeCase;
import casebook.command.casefile.CaseCommand.MoveCase;
import casebook.command.casefile.CaseCommand.PlaceHold;
import casebook.command.casefile.CaseCommand.RecordMissedDeadline;
import casebook.command.casefile.CaseCommand.ReleaseHold;
import casebook.command.casefile.CaseCommand.SealCase;
import casebook.command.casefile.CaseCommand.SendReferral;
import casebook.command.casefile.CaseCommand.UnlinkIncident;
import casebook.command.casefile.CaseCommand.UnmergeCase;
import casebook.command.casefile.CaseCommand.UnsealCase;
import casebook.command.casefile.CaseProgress.Opened;
import casebook.command.casefile.CaseProgress.Unopened;
import casebook.command.handling.Decided;
import casebook.command.handling.Decision;
import casebook.command.handling.Decision.Happen;
import casebook.command.handling.Decision.Refuse;
import casebook.command.handling.Origin;
import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Standing;
import casebook.command.handling.Terms;
import casebook.events.CaseAbsorbed;
import casebook.events.CaseDetails;
import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseOpened;
import casebook.events.CaseSealed;
import casebook.events.CaseSeparated;
import casebook.events.CaseState;
import casebook.events.CasebookEvent;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.http.Scope;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
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

    private static final String FULL = "case-full";

    @AggregateIdentifier
    private @Nullable String id;

    private CaseProgress progress = new Unopened();
    private @Nullable CaseOpened opened;
    private @Nullable String sealedBy;

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
                () -> isCommand || !isForCommandAlone(command.to())
                        ? verdict(command)
                        : Decision.refuse(new Refusal.Forbidden()));
    }

    @CommandHandler
    Outcome handle(SendReferral command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(AnswerReferral command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(SealCase command, MetaData metadata) {
        return judgeSeal(command, metadata);
    }

    @CommandHandler
    Outcome handle(UnsealCase command, MetaData metadata) {
        return judgeSeal(command, metadata);
    }

    @CommandHandler
    Outcome handle(PlaceHold command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(ReleaseHold command, MetaData metadata) {
        return judge(command, metadata);
    }

    @CommandHandler
    Outcome handle(RecordMissedDeadline command, MetaData metadata) {
        return decide(progress instanceof Opened, metadata, command.event(), () -> verdict(command));
    }

    /** @param absorbing asks the other case to take the incidents in, once this one may go */
    Outcome merge(MergeCase command, MetaData metadata, Function<List<CaseIncident>, Decision> absorbing) {
        return decide(
                metadata,
                command.event(),
                () -> verdict(command) instanceof Refuse refused
                        ? refused
                        : absorbing.apply(details().incidents().all()));
    }

    /** Takes in another case's incidents, or says why not; this case is as good as unknown to who may not see it. */
    Decision absorb(MergeCase merge, List<CaseIncident> incidents, Caller caller) {
        var decision =
                existsFor(caller) ? absorbing(caller) : Decision.refuse(new Refusal.Invalid("/into", "unknown-case"));
        if (decision instanceof Happen) {
            happen(new CaseAbsorbed(merge.into(), merge.caseFile(), incidents));
        }
        return decision;
    }

    private Decision absorbing(Caller caller) {
        return isFullFor(caller) ? Decision.refuse(new Refusal.Conflict(FULL)) : CaseDecider.absorb(details());
    }

    /** @param separating asks the other case to let the incidents go, once this one may leave */
    Outcome unmerge(UnmergeCase command, MetaData metadata, Supplier<Decision> separating) {
        return decide(
                metadata,
                command.event(),
                () -> verdict(command) instanceof Refuse refused ? refused : separating.get());
    }

    /** Lets go what came with another case, or says why not; this case is as good as unknown to who may not see it. */
    Decision separate(CaseId separated, Caller caller) {
        var decision = existsFor(caller) ? CaseDecider.separate(details()) : Decision.refuse(new Refusal.Unknown());
        if (decision instanceof Happen) {
            var leaving = details().incidents().leavingWith(separated);
            happen(new CaseSeparated(new CaseId(UUID.fromString(Objects.requireNonNull(id))), separated, leaving));
        }
        return decision;
    }

    private Outcome judge(CaseCommand command, MetaData metadata) {
        return decide(metadata, command.event(), () -> verdict(command));
    }

    /** Of the seal itself who put it on knows even if it does not name him: his sealing is recognised, and he can take off what he put on by mistake. */
    private Outcome judgeSeal(CaseCommand command, MetaData metadata) {
        var caller = Terms.in(metadata).caller();
        var exists = existsFor(caller) || isIn(caller.scope()) && caller.name().equals(sealedBy);
        return decide(exists, metadata, command.event(), () -> verdict(command));
    }

    private Decision verdict(CaseCommand command) {
        return switch (progress) {
            case Opened file -> CaseDecider.decide(command, file);
            case Unopened() -> Decision.refuse(new Refusal.Unknown());
        };
    }

    private boolean isForCommandAlone(CaseState to) {
        return progress instanceof Opened file && file.state().isForCommandAlone(to);
    }

    @EventSourcingHandler
    void on(
            CaseEvent event,
            @SequenceNumber long sequence,
            @MetaDataValue(Origin.REQUEST) @Nullable String request,
            @MetaDataValue(Origin.ACTOR) @Nullable String actor) {
        id = event.caseFile().toString();
        progress = progress.after(event, sequence);
        if (event instanceof CaseOpened first) {
            opened = first;
        }
        if (event instanceof CaseSealed) {
            sealedBy = actor;
        }
        happened(event, sequence, request);
    }

    /** The id stands for something else: nothing was opened under it. */
    @EventSourcingHandler
    void on(CasebookEvent other, @SourceId String source) {
        id = source;
    }

    @Override
    protected String full() {
        return FULL;
    }

    @Override
    protected boolean existsFor(Caller caller) {
        return progress instanceof Opened file && file.existsFor(caller);
    }

    private boolean isIn(Scope scope) {
        return progress instanceof Opened file && file.isIn(scope);
    }

    /** Of a case that was found to exist. */
    private CaseDetails details() {
        return ((Opened) progress).details();
    }

    @Override
    protected Standing standing() {
        var status = progress instanceof Opened file ? file.state().name() : "";
        return new Standing(String.valueOf(id), null, status, version());
    }
}
