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
import casebook.command.web.Resources;
import casebook.events.IncidentId;
import casebook.events.PersonalDataErased;
import casebook.events.SubjectId;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.personaldata.PersonVault;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Erases what names a person. The event comes first, the key goes after it: an event without a destroyed key is completed by {@link ErasureFollower}, while a key
 * that was destroyed without an event could never be explained. Blocks, and throws a {@link ProblemException} where it was not brought to its end.
 */
@Component
public final class ErasureDesk {

    private static final int MOST_AT_ONCE = 100;

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
        return erase(person, naming, reason, terms.with(chosen));
    }

    /**
     * Erases several persons, one after the other. What is refused of one holds up no other.
     *
     * @throws ProblemException if the body has faults, and nobody was erased; or 503 if it is not known whether one was: what is sent again does no harm
     */
    public List<Erasure> eraseAll(JsonNode body, Terms terms) {
        var faults = new Faults();
        var members = Members.of(body, "", faults);
        var subjects = members.required(
                "subjects", members.list("subjects", (node, at) -> subject(node, at, faults)), List.<SubjectId>of());
        if (members.isEmptyList("subjects")) {
            members.fault("subjects", "required");
        }
        if (subjects.size() > MOST_AT_ONCE) {
            members.fault("subjects", "too-many", MOST_AT_ONCE);
        }
        var reason = members.requiredText("reason");
        members.end();
        faults.check();
        return subjects.stream()
                .distinct()
                .map(person -> erasure(person, reason, terms))
                .toList();
    }

    private static @Nullable SubjectId subject(JsonNode node, String pointer, Faults faults) {
        if (!node.isString() || !Resources.isId(node.stringValue())) {
            faults.add(pointer, "not-a-uuid");
            return null;
        }
        return new SubjectId(Resources.id(node.stringValue()));
    }

    private Erasure erasure(SubjectId person, String reason, Terms terms) {
        try {
            var naming = naming(person, terms);
            return naming.isEmpty()
                    ? new Erasure.Refused(person, Problem.notFound())
                    : new Erasure.Done(person, erase(person, naming, reason, terms));
        } catch (ProblemException e) {
            if (e.problem().status().is5xxServerError()) {
                throw e;
            }
            return new Erasure.Refused(person, e.problem());
        }
    }

    private Receipt erase(SubjectId person, List<IncidentDirectory.Entry> naming, String reason, Terms terms) {
        if (naming.stream().filter(one -> !isErased(person, one)).anyMatch(one -> holds.cover(idOf(one)))) {
            throw Receipts.refusal(new Refusal.Conflict("legal-hold"));
        }
        var receipt = naming.stream()
                .map(one -> new PersonalDataErased(idOf(one), person, reason))
                .map(erasure -> receipts.of(erased.record(erasure, terms)))
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
