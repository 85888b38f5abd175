package casebook.query.cases.view;

import static com.mongodb.client.model.Filters.eq;

import casebook.events.CaseState;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.query.cases.projection.CaseDocument;
import casebook.query.platform.ListQuery;
import casebook.query.platform.OverdueFields;
import casebook.query.platform.Parameters;
import casebook.query.platform.SortOrder;
import casebook.query.search.SearchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * Which cases, in which order, from where on.
 *
 * @param province that one of a case's incidents happened in
 */
public record CaseQuery(
        List<Bson> filters, Optional<StationCode> station, Optional<ProvinceCode> province, ListQuery page) {

    /** What says which rows there are, and in which order. */
    public static final List<String> PARAMETERS =
            List.of("station", "province", "status", "lead", "overdue", "q", "sort", "asOf");

    private static final Map<String, SortOrder.Field> SORTS = Map.of(
            "openedAt", new SortOrder.Field(CaseDocument.OPENED_AT, true),
            "changedAt", new SortOrder.Field(CaseDocument.CHANGED_AT, true));

    /** Reads the parameters; the caller of this checks them when all are read. */
    public static CaseQuery of(Parameters parameters) {
        var filters = new ArrayList<Bson>();
        parameters
                .code("status", CaseState.class)
                .ifPresent(status -> filters.add(eq(CaseDocument.STATUS, status.name())));
        parameters.text("lead").ifPresent(lead -> filters.add(eq(CaseDocument.LEAD, lead)));
        parameters
                .one("overdue", "boolean", Parameters::booleanOf)
                .ifPresent(overdue -> filters.add(overdue ? OverdueFields.present() : OverdueFields.absent()));
        parameters.one("q", "words", SearchWords::parse).ifPresent(words -> filters.add(words.filter()));
        return new CaseQuery(
                filters,
                parameters.formed("station", StationCode::new),
                parameters.formed("province", ProvinceCode::new),
                ListQuery.asOfAnyMoment(parameters, SORTS, "-openedAt"));
    }
}
