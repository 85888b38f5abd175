package casebook.command.exhibit;

import casebook.command.handling.Commands;
import casebook.command.handling.Refusal;
import casebook.command.handling.Terms;
import casebook.command.incident.IncidentDirectory;
import casebook.command.web.Faults;
import casebook.command.web.Members;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.events.ExhibitId;
import casebook.events.IncidentId;
import casebook.events.SeizureId;
import casebook.events.Sha256;
import casebook.events.Unit;
import casebook.http.Problem;
import casebook.http.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes exhibits into custody: reads the body, gives the command, and writes the receipt. Every method blocks, and throws a {@link ProblemException} where
 * nothing was done.
 */
@Component
public final class ExhibitDesk {

    private final Commands commands;
    private final Receipts receipts;
    private final IncidentDirectory incidents;
    private final ExhibitDirectory exhibits;

    ExhibitDesk(Commands commands, Receipts receipts, IncidentDirectory incidents, ExhibitDirectory exhibits) {
        this.commands = commands;
        this.receipts = receipts;
        this.incidents = incidents;
        this.exhibits = exhibits;
    }

    public Receipt enter(IncidentId id, JsonNode body, Terms terms) {
        var incident =
                incidents.find(id, terms.caller().scope()).orElseThrow(() -> new ProblemException(Problem.notFound()));
        var faults = new Faults();
        var members = Members.of(body, "", faults);
        var chosen = members.uuid("id");
        var entry = read(members, Objects.requireNonNullElseGet(chosen, UuidCreator::getTimeOrderedEpoch), incident);
        members.end();
        faults.check();
        return exhibits.recognise(entry).orElseGet(() -> {
            if (!terms.match(incident.version())) {
                throw Receipts.refusal(new Refusal.VersionMismatch(incident.version()));
            }
            faults.checkLater();
            return enter(entry, incident, terms.with(chosen));
        });
    }

    private static Entry read(Members members, UUID id, IncidentDirectory.Entry incident) {
        var seizure = members.uuid("seizure");
        var unit = members.choice("unit", Unit.class);
        if (seizure != null) {
            checkSeized(new SeizureId(seizure), unit, incident, members);
        }
        return new Entry(
                new ExhibitId(id),
                incident.incident(),
                seizure == null ? null : new SeizureId(seizure),
                members.requiredText("description"),
                measure(members, unit),
                members.requiredText("custodian"),
                members.code("sha256", Sha256::isValid, Sha256::new));
    }

    /** The incident's report may have been amended since an exhibit entered. */
    private static void checkSeized(
            SeizureId id, @Nullable Unit unit, IncidentDirectory.Entry incident, Members members) {
        var seized = incident.details().seizure(id).orElse(null);
        if (seized == null) {
            members.laterFault("seizure", "unknown-seizure");
        } else if (unit != null && !seized.item().canBeMeasuredIn(unit)) {
            members.laterFault("unit", "impossible-unit", seized.item(), unit);
        }
    }

    private static Entry.@Nullable Measure measure(Members members, @Nullable Unit unit) {
        var quantity = members.quantity("quantity");
        if (members.has("quantity") && !members.isNull("quantity")) {
            members.require("unit");
        } else if (unit != null) {
            members.require("quantity");
        }
        return quantity == null || unit == null ? null : new Entry.Measure(quantity, unit);
    }

    private Receipt enter(Entry entry, IncidentDirectory.Entry incident, Terms terms) {
        if (!incident.status().isOpenToAmendment()) {
            throw Receipts.refusal(
                    new Refusal.IllegalTransition(incident.status().name(), List.of()));
        }
        var seized = Optional.ofNullable(entry.seizure()).flatMap(incident.details()::seizure);
        var event = entry.event(seized.orElse(null));
        try {
            return receipts.of(commands.give(new EnterExhibit(event), terms));
        } catch (AggregateStreamCreationException taken) {
            return exhibits.recognise(entry).orElseThrow(() -> taken);
        }
    }
}
