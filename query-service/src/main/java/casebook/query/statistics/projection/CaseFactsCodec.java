package casebook.query.statistics.projection;

import casebook.events.IncidentId;
import casebook.query.platform.SealFilter;
import casebook.query.statistics.CaseFacts;
import casebook.query.statistics.Occurrence;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

final class CaseFactsCodec implements FactsCodec<CaseFacts> {

    private static final String OPENED = "opened";
    private static final String CLOSED = "closed";
    private static final String MERGED = "merged";
    private static final String INCIDENTS = "incidents";
    static final String OF_INCIDENTS = INCIDENTS + ".";
    static final String INCIDENT_ID = OF_INCIDENTS + "id";
    private static final String ID = "id";

    @Override
    public void write(CaseFacts facts, Document document) {
        if (facts.closed() != null) {
            document.append(CLOSED, Date.from(facts.closed()));
        }
        document.append(OPENED, Date.from(facts.opened()))
                .append(MERGED, facts.merged())
                .append(
                        INCIDENTS,
                        facts.incidents().entrySet().stream()
                                .map(incident -> incident(incident.getKey(), incident.getValue()))
                                .toList());
        if (facts.sealedFor() != null) {
            document.append(SealFilter.OFFICERS, facts.sealedFor());
        }
    }

    @Override
    public CaseFacts read(Document document) {
        var incidents = new LinkedHashMap<IncidentId, Optional<Occurrence>>();
        for (var incident : document.getList(INCIDENTS, Document.class)) {
            incidents.put(new IncidentId(UUID.fromString(incident.getString(ID))), occurrence(incident));
        }
        var closed = document.getDate(CLOSED);
        return new CaseFacts(
                document.getDate(OPENED).toInstant(),
                closed == null ? null : closed.toInstant(),
                document.getBoolean(MERGED),
                document.getList(SealFilter.OFFICERS, String.class),
                incidents);
    }

    private static Document incident(IncidentId id, Optional<Occurrence> occurrence) {
        var document = new Document(ID, id.toString());
        occurrence.ifPresent(counted -> OccurrenceFields.write(counted, document));
        return document;
    }

    private static Optional<Occurrence> occurrence(Document incident) {
        return incident.containsKey(OccurrenceFields.AT)
                ? Optional.of(OccurrenceFields.read(incident))
                : Optional.empty();
    }
}
