package casebook.query.incidents.projection;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseAssigned;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseEvent;
import casebook.events.CaseIncident;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseSealed;
import casebook.events.CaseSeparated;
import casebook.events.CaseUnmerged;
import casebook.events.CaseUnsealed;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.events.IncidentUnlinked;
import casebook.events.LegalHoldPlaced;
import casebook.events.LegalHoldReleased;
import casebook.events.NoteAdded;
import casebook.events.ReferralAnswered;
import casebook.events.ReferralSent;
import casebook.query.platform.SealFilter;
import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents each case holds, so that an incident's cases are found without the feature that tells of cases; with the officers of a sealed one. A
 * case that went into another holds none.
 */
public final class LinkDocuments {

    public static final String INCIDENTS = "incidents";

    private static final String OWN = "own";

    private final Documents cases;

    LinkDocuments(MongoCollection<Document> collection, List<LedgerEvent> upcoming) {
        this.cases = Documents.prefetch(
                collection,
                upcoming.stream()
                        .filter(event -> event.event() instanceof CaseEvent)
                        .map(LedgerEvent::aggregate)
                        .distinct()
                        .toList());
    }

    void apply(LedgerEvent event) {
        if (!cases.reflects(event.aggregate(), event)) {
            cases.put(evolve(cases.get(event.aggregate()), event), event);
        }
    }

    void write() {
        cases.write();
    }

    /** The incidents that a case holds after these events, which are all of its first ones; none before it is opened. */
    public static List<String> heldAfter(List<LedgerEvent> events) {
        Document document = null;
        for (var event : events) {
            document = evolve(document, event);
        }
        return document == null ? List.of() : document.getList(INCIDENTS, String.class);
    }

    /** @param before null before the opening */
    private static Document evolve(@Nullable Document before, LedgerEvent event) {
        var happened = (CaseEvent) event.event();
        if (before == null && !(happened instanceof CaseOpened)) {
            throw new IllegalStateException("The opening of case " + event.aggregate() + " is missing");
        }
        var document = new Document(happened instanceof CaseOpened ? Map.of("_id", event.aggregate()) : before);
        switch (happened) {
            case CaseOpened opened -> hold(document, ids(opened.incidents()));
            case IncidentLinked linked -> hold(document, and(held(document), ids(List.of(linked.incident()))));
            case IncidentUnlinked unlinked -> hold(document, without(held(document), List.of(unlinked.incident())));
            case CaseAbsorbed absorbed -> hold(document, and(held(document), ids(absorbed.incidents())));
            case CaseSeparated separated -> hold(document, without(held(document), separated.incidents()));
            case CaseMerged _ -> document.append(INCIDENTS, List.of());
            case CaseUnmerged _ -> hold(document, held(document));
            case CaseSealed sealed -> document.append(SealFilter.OFFICERS, sealed.officers());
            case CaseUnsealed _ -> document.remove(SealFilter.OFFICERS);
            case CaseAssigned _, NoteAdded _, CaseMoved _, CaseDeadlineMissed _ -> {}
            case ReferralSent _, ReferralAnswered _ -> {}
            case LegalHoldPlaced _, LegalHoldReleased _ -> {}
        }
        return document;
    }

    /** What the case holds itself, also while it is merged. */
    public static List<String> held(Document document) {
        return document.getList(OWN, String.class);
    }

    private static void hold(Document document, List<String> incidents) {
        document.append(OWN, incidents).append(INCIDENTS, incidents);
    }

    private static List<String> ids(List<CaseIncident> incidents) {
        return incidents.stream().map(one -> one.incident().toString()).toList();
    }

    private static List<String> and(List<String> held, List<String> more) {
        return Stream.concat(held.stream(), more.stream()).distinct().toList();
    }

    private static List<String> without(List<String> held, List<IncidentId> gone) {
        var ids = gone.stream().map(IncidentId::toString).toList();
        return held.stream().filter(id -> !ids.contains(id)).toList();
    }
}
