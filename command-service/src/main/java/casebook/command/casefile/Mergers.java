package casebook.command.casefile;

import casebook.command.casefile.CaseCommand.MergeCase;
import casebook.command.casefile.CaseCommand.UnmergeCase;
import casebook.command.handling.Decision;
import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Terms;
import casebook.events.CaseId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Merges two cases and takes mergers back. Both cases are loaded into one unit of work, so that what is recorded of both becomes one commit: there is no
 * moment at which an incident is in neither.
 */
@Component
final class Mergers {

    private static final Decision UNKNOWN_TARGET = Decision.refuse(new Refusal.Invalid("/into", "unknown-case"));

    private final Repository<CaseFile> cases;

    Mergers(Repository<CaseFile> cases) {
        this.cases = cases;
    }

    @CommandHandler
    Outcome handle(MergeCase command, MetaData metadata) {
        var loaded = load(command.caseFile(), command.into());
        var target = loaded.get(command.into());
        var caller = Terms.in(metadata).caller();
        return decide(
                loaded.get(command.caseFile()),
                file -> file.merge(
                        command,
                        metadata,
                        incidents -> target == null
                                ? UNKNOWN_TARGET
                                : target.invoke(into -> into.absorb(command, incidents, caller))));
    }

    @CommandHandler
    Outcome handle(UnmergeCase command, MetaData metadata) {
        var loaded = load(command.caseFile(), command.from());
        var target = command.from() == null ? null : loaded.get(command.from());
        var caller = Terms.in(metadata).caller();
        return decide(
                loaded.get(command.caseFile()),
                file -> file.unmerge(
                        command,
                        metadata,
                        () -> target == null
                                ? Decision.refuse(new Refusal.Unknown())
                                : target.invoke(from -> from.separate(command.caseFile(), caller))));
    }

    private static Outcome decide(@Nullable Aggregate<CaseFile> source, Step step) {
        return source == null ? new Outcome.Refused(new Refusal.Unknown()) : source.invoke(step::on);
    }

    /** Those that exist. They are locked in one order, whichever goes into which, so that two mergers never wait for each other. */
    private Map<CaseId, Aggregate<CaseFile>> load(@Nullable CaseId... ids) {
        var loaded = new HashMap<CaseId, Aggregate<CaseFile>>();
        Stream.of(ids)
                .flatMap(Stream::ofNullable)
                .distinct()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .forEach(id -> {
                    try {
                        loaded.put(id, cases.load(id.toString()));
                    } catch (AggregateNotFoundException e) {
                        // What has no events does not exist, which is no failure.
                    }
                });
        return loaded;
    }

    @FunctionalInterface
    private interface Step {
        Outcome on(CaseFile file);
    }
}
