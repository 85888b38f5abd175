package casebook.query.stations.view;

import casebook.events.CountryCode;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.events.StationDetails;
import casebook.query.projection.Documents;
import casebook.query.stations.projection.StationDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A station in the register. */
public record StationRow(
        StationCode code,
        String name,
        ProvinceCode province,
        CountryCode country,
        StationDetails.@Nullable Border border,
        long version,
        long position) {

    static StationRow of(Document document) {
        var details = StationDocument.details(document);
        return new StationRow(
                new StationCode(document.getString("_id")),
                details.name(),
                details.province(),
                details.country(),
                details.border(),
                document.getLong(StationDocument.VERSION),
                document.getLong(Documents.POSITION));
    }
}
