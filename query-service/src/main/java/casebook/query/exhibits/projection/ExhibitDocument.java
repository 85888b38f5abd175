package casebook.query.exhibits.projection;

import casebook.events.EventJson;
import casebook.query.exhibits.ExhibitState;
import casebook.query.platform.OverdueFields;
import casebook.query.platform.ScopeFilter;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** An exhibit as a document: the whole state as one text of JSON, and beside it what it is found by. */
public final class ExhibitDocument {

    public static final String INCIDENT = "incident";

    private static final String STATE = "state";
    private static final JsonMapper JSON = EventJson.mapper();

    private ExhibitDocument() {}

    public static ExhibitState state(Document document) {
        return JSON.readValue(document.getString(STATE), ExhibitState.class);
    }

    static Document of(ExhibitState state) {
        var document = new Document("_id", state.id().toString())
                .append(ScopeFilter.STATION, state.details().station().value())
                .append(
                        ScopeFilter.STATION_PROVINCE,
                        state.details().stationProvince().value())
                .append(INCIDENT, state.details().incident().toString())
                .append(STATE, JSON.writeValueAsString(state));
        OverdueFields.put(state.overdue(), document);
        return document;
    }
}
