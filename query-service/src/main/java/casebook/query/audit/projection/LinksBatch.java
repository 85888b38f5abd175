package casebook.query.audit.projection;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseEvent;
import casebook.events.CaseIncident;
import casebook.events.CaseOpened;
import casebook.events.CasebookEvent;
import casebook.events.IncidentLinked;
import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import java.util.LinkedHashSet;
import java.util.List;
import org.bson.Document;

/** Adds the incidents that come into cases. */
final class LinksBatch implements Projection.Batch {

    private final Documents cases;

    private LinksBatch(Documents cases) {
        this.cases = cases;
    }

    static LinksBatch begin(ModelCollections collections, List<LedgerEvent> upcoming) {
        var touched = upcoming.stream()
                .map(LedgerEvent::event)
                .filter(event -> !linkedBy(event).isEmpty())
                .map(CaseEvent.class::cast)
                .map(event -> event.caseFile().toString())
                .distinct()
                .toList();
        return new LinksBatch(Documents.prefetch(collections.of(LinksProjection.LINKS), touched));
    }

    @Override
    public void apply(LedgerEvent event) {
        var linked = linkedBy(event.event());
        if (!linked.isEmpty() && event.event() instanceof CaseEvent ofCase) {
            add(ofCase.caseFile().toString(), linked, event);
        }
    }

    private void add(String caseFile, List<CaseIncident> linked, LedgerEvent event) {
        if (!cases.reflects(caseFile, event)) {
            var known = cases.get(caseFile);
            var incidents = new LinkedHashSet<String>();
            if (known != null) {
                incidents.addAll(known.getList(LinksProjection.INCIDENTS, String.class));
            }
            linked.forEach(link -> incidents.add(link.incident().toString()));
            cases.put(new Document("_id", caseFile).append(LinksProjection.INCIDENTS, List.copyOf(incidents)), event);
        }
    }

    static List<CaseIncident> linkedBy(CasebookEvent event) {
        return switch (event) {
            case CaseOpened opened -> opened.incidents();
            case IncidentLinked linked -> List.of(linked.incident());
            case CaseAbsorbed absorbed -> absorbed.incidents();
            default -> List.of();
        };
    }

    @Override
    public void write() {
        cases.write();
    }
}
