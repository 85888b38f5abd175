package casebook.query.cases.view;

import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import casebook.http.Caller;
import casebook.query.cases.projection.CaseDocument;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.projection.Reading;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/** The stages that select the cases of a list. */
final class CaseStages {

    private static final String PLACES = "places";

    private CaseStages() {}

    static List<Bson> of(Reading reading, CaseQuery query, Caller caller) {
        var stages = new ArrayList<Bson>();
        stages.add(match(and(conditions(query, caller))));
        query.province().ifPresent(province -> {
            stages.add(lookup(
                    reading.collection(CasesProjection.PLACES).getNamespace().getCollectionName(),
                    CaseDocument.INCIDENTS + ".id",
                    "_id",
                    PLACES));
            stages.add(match(eq(PLACES + ".province", province.value())));
        });
        return stages;
    }

    private static List<Bson> conditions(CaseQuery query, Caller caller) {
        var all = new ArrayList<>(query.filters());
        all.add(VisibleCases.to(caller, query.station()));
        return all;
    }
}
