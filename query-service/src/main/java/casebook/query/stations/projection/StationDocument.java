package casebook.query.stations.projection;

import casebook.events.EventJson;
import casebook.events.StationDetails;
import casebook.events.StationEntered;
import casebook.events.StationReported;
import casebook.query.platform.ScopeFilter;
import casebook.query.projection.LedgerEvent;
import casebook.query.stations.LastReport;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A station of the register: its details and its last report as texts of JSON, and beside them what lists filter by. */
public final class StationDocument {

    public static final String VERSION = "version";
    public static final String REGISTERED_AT = "registeredAt";
    public static final String REPORTED_FOR = "reportedFor";

    private static final String DETAILS = "details";
    private static final String LAST_REPORT = "lastReport";
    private static final JsonMapper JSON = EventJson.mapper();

    private StationDocument() {}

    public static StationDetails details(Document document) {
        return JSON.readValue(document.getString(DETAILS), StationDetails.class);
    }

    public static @Nullable LastReport lastReport(Document document) {
        var text = document.getString(LAST_REPORT);
        return text == null ? null : JSON.readValue(text, LastReport.class);
    }

    /** @param before null before the station was registered */
    static Document after(@Nullable Document before, StationEntered station, LedgerEvent event) {
        var document = before == null ? new Document(REGISTERED_AT, Date.from(event.at())) : new Document(before);
        return document.append("_id", station.station().value())
                .append(ScopeFilter.STATION, station.station().value())
                .append(
                        ScopeFilter.STATION_PROVINCE,
                        station.details().province().value())
                .append(VERSION, event.sequence() + 1)
                .append(DETAILS, JSON.writeValueAsString(station.details()));
    }

    static Document after(Document before, StationReported reported, LedgerEvent event) {
        var report = LastReport.after(lastReport(before), reported, event);
        return new Document(before)
                .append(VERSION, event.sequence() + 1)
                .append(REPORTED_FOR, report.date().toString())
                .append(LAST_REPORT, JSON.writeValueAsString(report));
    }
}
