package casebook.query.links.projection;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseMerged;
import casebook.events.CaseOpened;
import casebook.events.CasebookEvent;
import casebook.events.ExhibitEntered;
import casebook.events.IncidentLinked;
import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Adds the incidents and cases that come into cases, and the exhibits that were seized in incidents. */
final class LinksBatch implements Projection.Batch {

    private final Documents cases;
    private final Documents exhibits;

    private LinksBatch(Documents cases, Documents exhibits) {
        this.cases = cases;
        this.exhibits = exhibits;
    }

    static LinksBatch begin(ModelCollections collections, List<LedgerEvent> upcoming) {
        var touched = upcoming.stream()
                .map(LedgerEvent::event)
                .filter(event -> !linkedBy(event).isEmpty() || joinedBy(event).isPresent())
                .map(CaseEvent.class::cast)
                .map(event -> event.caseFile().toString())
                .distinct()
                .toList();
        var entered = upcoming.stream()
                .filter(event -> event.event() instanceof ExhibitEntered)
                .map(LedgerEvent::aggregate)
                .toList();
        return new LinksBatch(
                Documents.prefetch(collections.of(LinksProjection.LINKS), touched),
                Documents.prefetch(collections.of(LinksProjection.EXHIBITS), entered));
    }

    @Override
    public void apply(LedgerEvent event) {
        var linked = linkedBy(event.event());
        var joined = joinedBy(event.event());
        if (!linked.isEmpty() || joined.isPresent()) {
            add(linked, joined, event);
        } else if (event.event() instanceof ExhibitEntered entered && !exhibits.reflects(event.aggregate(), event)) {
            exhibits.put(
                    new Document("_id", event.aggregate())
                            .append(LinksProjection.INCIDENT, entered.incident().toString()),
                    event);
        }
    }

    private void add(List<CaseIncident> linked, Optional<CaseId> joined, LedgerEvent event) {
        var id = event.aggregate();
        if (!cases.reflects(id, event)) {
            var incidents = known(id, LinksProjection.INCIDENTS);
            linked.forEach(link -> incidents.add(link.incident().toString()));
            var others = known(id, LinksProjection.CASES);
            joined.ifPresent(other -> others.add(other.toString()));
            cases.put(
                    new Document("_id", id)
                            .append(LinksProjection.INCIDENTS, List.copyOf(incidents))
                            .append(LinksProjection.CASES, List.copyOf(others)),
                    event);
        }
    }

    private Set<String> known(String caseFile, String field) {
        var document = cases.get(caseFile);
        return document == null
                ? new LinkedHashSet<>()
                : new LinkedHashSet<>(document.getList(field, String.class, List.of()));
    }

    /** The case that came into this one, or that this one went into. */
    private static Optional<CaseId> joinedBy(CasebookEvent event) {
        return switch (event) {
            case CaseMerged merged -> Optional.of(merged.into());
            case CaseAbsorbed absorbed -> Optional.of(absorbed.absorbed());
            default -> Optional.empty();
        };
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
        exhibits.write();
    }
}
