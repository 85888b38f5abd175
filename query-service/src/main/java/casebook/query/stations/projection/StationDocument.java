package casebook.query.stations.projection;

import casebook.events.EventJson;
import casebook.events.StationDetails;
import casebook.events.StationEntered;
import casebook.query.platform.ScopeFilter;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** A station of the register: its details as one text of JSON, and beside it what lists filter by. */
public final class StationDocument {

    public static final String VERSION = "version";

    private static final String DETAILS = "details";
    private static final JsonMapper JSON = EventJson.mapper();

    private StationDocument() {}

    public static StationDetails details(Document document) {
        return JSON.readValue(document.getString(DETAILS), StationDetails.class);
    }

    static Document of(StationEntered station, long version) {
        return new Document("_id", station.station().value())
                .append(ScopeFilter.STATION, station.station().value())
                .append(
                        ScopeFilter.STATION_PROVINCE,
                        station.details().province().value())
                .append(VERSION, version)
                .append(DETAILS, JSON.writeValueAsString(station.details()));
    }
}
