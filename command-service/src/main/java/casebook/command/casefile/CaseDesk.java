package casebook.command.casefile;

import casebook.command.casefile.CaseCommand.AddNote;
import casebook.command.casefile.CaseCommand.AssignCase;
import casebook.command.casefile.CaseCommand.LinkIncident;
import casebook.command.casefile.CaseCommand.MoveCase;
import casebook.command.casefile.CaseCommand.UnlinkIncident;
import casebook.command.handling.Commands;
import casebook.command.handling.Outcome;
import casebook.command.handling.Terms;
import casebook.command.handling.Ticket;
import casebook.command.incident.IncidentDirectory;
import casebook.command.web.Faults;
import casebook.command.web.Intake;
import casebook.command.web.Members;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.command.web.Resources;
import casebook.events.CaseDetails;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseState;
import casebook.events.Closure;
import casebook.events.IncidentId;
import casebook.events.IncidentStatus;
import casebook.events.NoteId;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Objects;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes what is asked of cases: reads the body, gives the command, and writes the receipt. Every method blocks, and throws a {@link ProblemException}
 * where nothing was done.
 */
@Component
public final class CaseDesk {

    private final Commands commands;
    private final Receipts receipts;
    private final Intake intake;
    private final IncidentDirectory incidents;
    private final CaseDirectory cases;

    CaseDesk(Commands commands, Receipts receipts, Intake intake, IncidentDirectory incidents, CaseDirectory cases) {
        this.commands = commands;
        this.receipts = receipts;
        this.intake = intake;
        this.incidents = incidents;
        this.cases = cases;
    }

    public Receipt open(JsonNode body, Terms terms) {
        var faults = new Faults();
        var opening = Members.of(body, "", faults);
        var chosen = opening.uuid("id");
        var id = new CaseId(chosen == null ? UuidCreator.getTimeOrderedEpoch() : chosen);
        var title = opening.requiredText("title");
        List<CaseIncident> over = opening.required(
                "incidents", opening.list("incidents", (node, at) -> standing(node, at, faults, terms)), List.of());
        if (opening.isEmptyList("incidents")) {
            opening.fault("incidents", "required");
        }
        var lead = opening.text("lead");
        opening.end();
        faults.check();
        var command = new OpenCase(id, title, over.stream().distinct().toList(), lead);
        return receipts.of(faults.hasLater() ? recognise(command, faults, terms) : open(command, terms));
    }

    private Ticket open(OpenCase command, Terms terms) {
        try {
            return commands.give(command, terms);
        } catch (AggregateStreamCreationException taken) {
            return commands.give(new RecogniseOpening(command.caseFile(), command), terms);
        }
    }

    /** Nothing is opened over what is void, but what was opened before stays recognised. */
    private Ticket recognise(OpenCase command, Faults faults, Terms terms) {
        var ticket = commands.give(new RecogniseOpening(command.caseFile(), command), terms);
        if (ticket.outcome() instanceof Outcome.Refused) {
            faults.checkLater();
        }
        return ticket;
    }

    private @Nullable CaseIncident standing(JsonNode node, String pointer, Faults faults, Terms terms) {
        var known = incident(node, pointer, faults, terms);
        return known == null ? null : known.incident();
    }

    /** Nothing new is put over what is void. */
    private IncidentDirectory.@Nullable Entry incident(JsonNode node, String pointer, Faults faults, Terms terms) {
        if (!node.isString() || !Resources.isId(node.stringValue())) {
            faults.add(pointer, "not-a-uuid");
            return null;
        }
        var id = new IncidentId(Resources.id(node.stringValue()));
        var known = incidents.find(id, terms.caller().scope()).orElse(null);
        if (known == null) {
            faults.add(pointer, "unknown-incident");
        } else if (known.status() == IncidentStatus.VOIDED) {
            faults.addLater(pointer, "voided-incident");
        }
        return known;
    }

    public Receipt link(CaseId id, JsonNode body, Terms terms) {
        return intake.take(body, terms, link -> {
            link.require("incident");
            var incident = link.value("incident", (node, at) -> incident(node, at, link.faults(), terms));
            return () -> link(id, Objects.requireNonNull(incident));
        });
    }

    private static LinkIncident link(CaseId id, IncidentDirectory.Entry known) {
        return new LinkIncident(id, known.incident(), known.status());
    }

    /** Takes an incident out; one that the caller may not see is not in the case for the caller. */
    public Receipt unlink(CaseId id, IncidentId incident, Terms terms) {
        if (incidents.find(incident, terms.caller().scope()).isEmpty()) {
            throw new ProblemException(Problem.notFound());
        }
        return receipts.of(commands.give(new UnlinkIncident(id, incident), terms));
    }

    public Receipt assign(CaseId id, JsonNode body, Terms terms) {
        return intake.take(body, terms, assignment -> {
            var officer = assignment.requiredText("officer");
            return () -> new AssignCase(id, officer);
        });
    }

    public Receipt note(CaseId id, JsonNode body, Terms terms) {
        return intake.create(body, terms, (note, chosen) -> {
            var text = note.requiredText("text");
            return () -> new AddNote(id, new NoteId(chosen), text);
        });
    }

    /** A dismissal needs a closure, which nothing else may have; only a command closes a case. */
    public Receipt move(CaseId id, JsonNode body, Terms terms) {
        return intake.take(body, terms, transition -> {
            var to = transition.choice("to", CaseState.class);
            transition.require("to");
            var reason = transition.text("reason");
            var closure = transition.choice("closure", Closure.class);
            if (to == CaseState.DISMISSED) {
                transition.require("closure");
            } else if (closure != null) {
                transition.fault("closure", "closure-without-dismissal");
            }
            if (to == CaseState.CLOSED) {
                terms.caller().require(Role.COMMAND);
            }
            if (to != null && !transition.has("reason") && needsReason(id, to, terms)) {
                transition.laterFault("reason", "required");
            }
            return () -> new MoveCase(id, Objects.requireNonNull(to), reason, closure);
        });
    }

    private boolean needsReason(CaseId id, CaseState to, Terms terms) {
        return cases.find(id, terms.caller())
                .map(CaseDetails::state)
                .filter(state -> state.needsReasonToLeave() && state.next().contains(to))
                .isPresent();
    }
}
