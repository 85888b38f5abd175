package casebook.query.incidents.projection;

import casebook.events.EventJson;
import casebook.events.Place;
import casebook.events.SubjectId;
import casebook.query.incidents.IncidentState;
import casebook.query.incidents.Plate;
import casebook.query.platform.OverdueFields;
import casebook.query.platform.ScopeFilter;
import casebook.query.search.SearchText;
import com.mongodb.client.model.geojson.Point;
import com.mongodb.client.model.geojson.Position;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An incident as a document: the whole state as one text of JSON, so that decimals and times stay as they were filed, and beside it what
 * lists filter and sort by.
 */
public final class IncidentDocument {

    public static final String PROVINCE = "province";
    public static final String CATEGORY = "category";
    public static final String STATUS = "status";
    public static final String SOURCE = "source";
    public static final String ITEMS = "items";

    /** The items as one text, sorted, so that an index can hold them beside what is one in each incident. */
    public static final String ITEM_SET = "itemSet";

    public static final String ITEM_SEPARATOR = ",";
    public static final String OCCURRED_AT = "occurredAt";
    public static final String FILED_AT = "filedAt";
    public static final String NUMBER_KEY = "numberKey";
    public static final String POINT = "point";
    public static final String PLATES = "plates";
    public static final String SUBJECTS = "subjects";

    /** Persons of whom the events hold personal data that was not erased. */
    public static final String KEPT = "kept";

    private static final String STATE = "state";
    private static final JsonMapper JSON = EventJson.mapper();

    private IncidentDocument() {}

    public static IncidentState state(Document document) {
        return JSON.readValue(document.getString(STATE), IncidentState.class);
    }

    /** What is kept of a document that is replaced: all but whom and which vehicles it names, by which former states are not looked for. */
    static Document superseded(Document document) {
        var kept = new Document(document);
        kept.keySet().removeAll(List.of(PLATES, SUBJECTS, KEPT));
        return kept;
    }

    static Document of(IncidentState state, IncidentText text) {
        var details = state.details();
        var document = new Document("_id", state.id().toString())
                .append(ScopeFilter.STATION, state.station().value())
                .append(ScopeFilter.STATION_PROVINCE, state.stationProvince().value())
                .append(PROVINCE, details.place().province().value())
                .append(CATEGORY, details.category().name())
                .append(STATUS, state.status().name())
                .append(ITEMS, items(state))
                .append(ITEM_SET, String.join(ITEM_SEPARATOR, items(state)))
                .append(PLATES, Plate.in(details).stream().map(Plate::value).toList())
                .append(
                        SUBJECTS,
                        details.subjects().stream()
                                .map(subject -> subject.id().toString())
                                .toList())
                .append(
                        KEPT,
                        state.persons().kept().stream().map(SubjectId::toString).toList())
                .append(OCCURRED_AT, date(details.occurredAt().toInstant()))
                .append(FILED_AT, date(state.filedAt()))
                .append(NUMBER_KEY, numberKey(state.number()))
                .append(STATE, JSON.writeValueAsString(state));
        if (details.source() != null) {
            document.append(SOURCE, details.source().name());
        }
        if (details.place().point() != null) {
            document.append(POINT, point(details.place()));
        }
        SearchText.put(text.of(state), document);
        OverdueFields.put(state.overdue(), document);
        return document;
    }

    private static List<String> items(IncidentState state) {
        return state.details().seizures().stream()
                .map(seizure -> seizure.item().name())
                .distinct()
                .sorted()
                .toList();
    }

    /** To the millisecond, rounded down; the exact time is in the state. */
    private static Date date(Instant instant) {
        return Date.from(instant);
    }

    /** The number with its serial at a fixed width, so that texts sort as numbers do. */
    static String numberKey(String number) {
        var serial = number.lastIndexOf('-') + 1;
        return number.substring(0, serial)
                + "0".repeat(Math.max(0, 12 - (number.length() - serial)))
                + number.substring(serial);
    }

    private static @Nullable Point point(Place place) {
        var point = place.point();
        return point == null
                ? null
                : new Point(new Position(point.lon().doubleValue(), point.lat().doubleValue()));
    }
}
