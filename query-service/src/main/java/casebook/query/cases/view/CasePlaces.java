package casebook.query.cases.view;

import static casebook.query.cases.projection.CasesProjection.PLACES;
import static casebook.query.cases.projection.CasesProjection.PLACE_VERSIONS;
import static casebook.query.cases.projection.CasesProjection.PROVINCE;
import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import casebook.events.ProvinceCode;
import casebook.query.cases.projection.CaseDocument;
import casebook.query.platform.Known;
import casebook.query.projection.Documents;
import casebook.query.projection.Superseded;
import java.util.List;
import org.bson.conversions.Bson;

/** Leaves out the cases of which no incident happened in a province, as far as it was known. */
final class CasePlaces {

    private static final String NOW = "places";
    private static final String BEFORE = "formerPlaces";

    private CasePlaces() {}

    static List<Bson> in(ProvinceCode province, Known known) {
        var there = eq(PROVINCE, province.value());
        var then = known.then();
        if (then == null) {
            return List.of(places(PLACES, "_id", NOW, known), match(elemMatch(NOW, there)));
        }
        var held = and(there, lte(Documents.POSITION, then));
        return List.of(
                places(PLACES, "_id", NOW, known),
                places(PLACE_VERSIONS, Superseded.OF, BEFORE, known),
                match(or(elemMatch(NOW, held), elemMatch(BEFORE, and(held, gt(Superseded.UNTIL, then))))));
    }

    private static Bson places(String collection, String incident, String as, Known known) {
        var from = known.reading().collection(collection).getNamespace().getCollectionName();
        return lookup(from, CaseDocument.INCIDENT_IDS, incident, as);
    }
}
