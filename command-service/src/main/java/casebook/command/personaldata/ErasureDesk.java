package casebook.command.personaldata;

import casebook.command.casefile.HeldCases;
import casebook.command.handling.Refusal;
import casebook.command.handling.Terms;
import casebook.command.incident.ErasedPersons;
import casebook.command.incident.IncidentDirectory;
import casebook.command.web.Faults;
import casebook.command.web.Members;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.events.IncidentId;
import casebook.events.PersonalDataErased;
import casebook.events.SubjectId;
import casebook.http.ProblemException;
import casebook.personaldata.PersonVault;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Erases what names a person. The event comes first, the key goes after it: an event without a destroyed key is completed by {@link ErasureFollower}, while a key
 * that was destroyed without an event could never be explained. Blocks, and throws a {@link ProblemException} where it was not brought to its end.
 */
@Component
public final class ErasureDesk {

    private final PersonVault vault;
    private final IncidentDirectory incidents;
    private final HeldCases holds;
    private final ErasedPersons erased;
    private final Receipts receipts;

    ErasureDesk(
            PersonVault vault, IncidentDirectory incidents, HeldCases holds, ErasedPersons erased, Receipts receipts) {
        this.vault = vault;
        this.incidents = incidents;
        this.holds = holds;
        this.erased = erased;
        this.receipts = receipts;
    }

    /** Comes back when every incident that names the person has the event and the key is gone; the receipt is that of the newest event. */
    public Receipt erase(SubjectId person, JsonNode body, Terms terms) {
        var naming = naming(person, terms);
        if (naming.isEmpty()) {
            throw Receipts.refusal(new Refusal.Unknown());
        }
        var faults = new Faults();
        var members = Members.of(body, "", faults);
        var chosen = members.uuid("id");
        var reason = members.requiredText("reason");
        members.end();
        faults.check();
        if (naming.stream().filter(one -> !isErased(person, one)).anyMatch(one -> holds.cover(idOf(one)))) {
            throw Receipts.refusal(new Refusal.Conflict("legal-hold"));
        }
        var receipt = naming.stream()
                .map(one -> new PersonalDataErased(idOf(one), person, reason))
                .map(erasure -> receipts.of(erased.record(erasure, terms.with(chosen))))
                .max(Comparator.comparing(Receipt::position))
                .orElseThrow();
        vault.forget(person);
        return receipt;
    }

    private List<IncidentDirectory.Entry> naming(SubjectId person, Terms terms) {
        return vault.incidentsOf(person).stream()
                .flatMap(id -> incidents.find(id, terms.caller().scope()).stream())
                .filter(incident -> incident.persons().named().contains(person))
                .toList();
    }

    private static boolean isErased(SubjectId person, IncidentDirectory.Entry incident) {
        return incident.persons().erased().contains(person);
    }

    private static IncidentId idOf(IncidentDirectory.Entry incident) {
        return incident.incident().incident();
    }
}
