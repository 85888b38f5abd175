package casebook.query.incidents.projection;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseAssigned;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseEvent;
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
import casebook.events.NoteAdded;
import casebook.events.ReferralAnswered;
import casebook.events.ReferralSent;
import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** Which incidents each case holds, so that an incident's cases are found without the feature that tells of cases. */
public final class LinkDocuments {

    public static final String INCIDENTS = "incidents";

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

    void apply(CaseEvent happened, LedgerEvent event) {
        if (!cases.reflects(event.aggregate(), event)) {
            var incidents = switch (happened) {
                case CaseOpened opened ->
                    opened.incidents().stream().map(one -> one.incident().toString());
                case IncidentLinked linked ->
                    Stream.concat(
                            linkedBefore(event),
                            Stream.of(linked.incident().incident().toString()));
                case IncidentUnlinked unlinked ->
                    linkedBefore(event)
                            .filter(id -> !id.equals(unlinked.incident().toString()));
                case CaseAbsorbed absorbed ->
                    Stream.concat(
                            linkedBefore(event),
                            absorbed.incidents().stream()
                                    .map(one -> one.incident().toString()));
                case CaseSeparated separated -> {
                    var gone = separated.incidents().stream()
                            .map(IncidentId::toString)
                            .toList();
                    yield linkedBefore(event).filter(id -> !gone.contains(id));
                }
                case CaseAssigned _, NoteAdded _, CaseMoved _, CaseDeadlineMissed _ -> linkedBefore(event);
                case ReferralSent _, ReferralAnswered _ -> linkedBefore(event);
                case CaseMerged _, CaseUnmerged _, CaseSealed _, CaseUnsealed _ -> linkedBefore(event);
            };
            cases.put(
                    new Document("_id", event.aggregate())
                            .append(INCIDENTS, incidents.distinct().toList()),
                    event);
        }
    }

    void write() {
        cases.write();
    }

    private Stream<String> linkedBefore(LedgerEvent event) {
        var document = cases.get(event.aggregate());
        if (document == null) {
            throw new IllegalStateException("The opening of case " + event.aggregate() + " is missing");
        }
        return document.getList(INCIDENTS, String.class).stream();
    }
}
