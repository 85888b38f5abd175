package casebook.query.cases.projection;

import casebook.events.EventJson;
import casebook.query.cases.CaseFileState;
import casebook.query.platform.OverdueFields;
import casebook.query.platform.ScopeFilter;
import casebook.query.platform.SealFilter;
import casebook.query.search.SearchText;
import java.util.Date;
import java.util.stream.Stream;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** A case as a document: the whole state as one text of JSON, and beside it what lists filter and sort by. */
public final class CaseDocument {

    public static final String STATUS = "status";
    public static final String LEAD = "lead";
    public static final String OPENED_AT = "openedAt";
    public static final String CHANGED_AT = "changedAt";

    /** Embedded documents with the id, {@code station} and {@code stationProvince} of each incident. */
    public static final String INCIDENTS = "incidents";

    public static final String INCIDENT_IDS = INCIDENTS + ".id";

    private static final String STATE = "state";
    private static final JsonMapper JSON = EventJson.mapper();

    private CaseDocument() {}

    public static CaseFileState state(Document document) {
        return JSON.readValue(document.getString(STATE), CaseFileState.class);
    }

    /** What is kept of a document that is replaced: what lists show and ask for. Who may see it is what the present document says. */
    static Document superseded(Document document) {
        var kept = new Document(document)
                .append(STATE, JSON.writeValueAsString(state(document).forLists()));
        kept.remove(SealFilter.OFFICERS);
        return kept;
    }

    static Document of(CaseFileState state) {
        var incidents = state.incidents().stream()
                .map(one -> new Document("id", one.incident().toString())
                        .append(ScopeFilter.STATION, one.station().value())
                        .append(
                                ScopeFilter.STATION_PROVINCE,
                                one.stationProvince().value()))
                .toList();
        var document = new Document("_id", state.id().toString())
                .append(STATUS, state.state().name())
                .append(LEAD, state.lead())
                .append(OPENED_AT, Date.from(state.openedAt()))
                .append(CHANGED_AT, Date.from(state.statuses().getLast().at()))
                .append(INCIDENTS, incidents)
                .append(STATE, JSON.writeValueAsString(state));
        var seal = state.details().seal();
        if (seal != null) {
            document.append(SealFilter.OFFICERS, seal.officers());
        }
        SearchText.put(Stream.of(state.title()), document);
        OverdueFields.put(state.overdue(), document);
        return document;
    }
}
