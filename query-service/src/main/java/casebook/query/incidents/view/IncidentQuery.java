package casebook.query.incidents.view;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.geoWithinCenterSphere;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import casebook.events.Category;
import casebook.events.IncidentStatus;
import casebook.events.Item;
import casebook.events.ProvinceCode;
import casebook.events.Source;
import casebook.events.StationCode;
import casebook.query.incidents.projection.IncidentDocument;
import casebook.query.platform.Circle;
import casebook.query.platform.ListQuery;
import casebook.query.platform.Parameters;
import casebook.query.platform.ScopeFilter;
import casebook.query.platform.SortOrder;
import casebook.query.search.SearchWords;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;

/**
 * Which incidents, in which order, from where on.
 *
 * @param broad whether nothing narrows them down to a place, an item or words
 * @param facets whether they are counted too
 */
public record IncidentQuery(List<Bson> filters, ListQuery page, boolean broad, boolean facets) {

    private static final List<String> NARROWING = List.of("station", "province", "item", "q", "near");

    /** What says which rows there are, and in which order. */
    public static final List<String> PARAMETERS = List.of(
            "station", "province", "category", "status", "source", "item", "from", "to", "near", "q", "sort", "asOf");

    private static final Map<String, SortOrder.Field> SORTS = Map.of(
            "occurredAt", new SortOrder.Field(IncidentDocument.OCCURRED_AT, true),
            "filedAt", new SortOrder.Field(IncidentDocument.FILED_AT, true),
            "number", new SortOrder.Field(IncidentDocument.NUMBER_KEY, false));

    /** Reads the parameters; the caller of this checks them when all are read. */
    public static IncidentQuery of(Parameters parameters) {
        var filters = new ArrayList<Bson>();
        parameters
                .formed("station", StationCode::new)
                .ifPresent(station -> filters.add(eq(ScopeFilter.STATION, station.value())));
        parameters
                .formed("province", ProvinceCode::new)
                .ifPresent(province -> filters.add(eq(IncidentDocument.PROVINCE, province.value())));
        parameters
                .code("category", Category.class)
                .ifPresent(category -> filters.add(eq(IncidentDocument.CATEGORY, category.name())));
        parameters
                .code("status", IncidentStatus.class)
                .ifPresent(status -> filters.add(eq(IncidentDocument.STATUS, status.name())));
        parameters
                .code("source", Source.class)
                .ifPresent(source -> filters.add(eq(IncidentDocument.SOURCE, source.name())));
        parameters.code("item", Item.class).ifPresent(item -> filters.add(eq(IncidentDocument.ITEMS, item.name())));
        // Both sides to the millisecond, rounded down: what is at a bound falls to the same side of it however it is
        // written.
        parameters.instant("from").ifPresent(from -> filters.add(gte(IncidentDocument.OCCURRED_AT, Date.from(from))));
        parameters.instant("to").ifPresent(to -> filters.add(lt(IncidentDocument.OCCURRED_AT, Date.from(to))));
        parameters
                .one("near", "near", Circle::parse)
                .ifPresent(circle -> filters.add(
                        geoWithinCenterSphere(IncidentDocument.POINT, circle.lon(), circle.lat(), circle.radians())));
        parameters.one("q", "words", SearchWords::parse).ifPresent(words -> filters.add(words.filter()));
        return new IncidentQuery(
                filters,
                ListQuery.asOfAnyMoment(parameters, SORTS, "-occurredAt"),
                NARROWING.stream().noneMatch(parameters::has),
                parameters.one("facets", "boolean", Parameters::booleanOf).orElse(false));
    }
}
