package casebook.query.stations.web;

import casebook.events.StationDetails.Border;
import casebook.events.StationDetails.Markers;
import casebook.query.exports.Listing;
import casebook.query.exports.Value;
import casebook.query.stations.LastReport;
import casebook.query.stations.view.StationView;
import java.math.BigDecimal;
import java.util.Optional;

/** The list of stations as a sheet. */
final class StationListing {

    static final Listing<StationView> COLUMNS = new Listing<StationView>("stations")
            .column("code", row -> Value.of(row.station().code().value()))
            .column("name", row -> Value.of(row.station().name()))
            .column("province", row -> Value.of(row.station().province().value()))
            .column("country", row -> Value.of(row.station().country().value()))
            .column(
                    "neighbour",
                    row -> text(border(row).map(border -> border.neighbour().value())))
            .column("lengthKm", row -> number(border(row).map(Border::lengthKm)))
            .column("markerFrom", row -> text(border(row).map(Border::markers).map(Markers::from)))
            .column("markerTo", row -> text(border(row).map(Border::markers).map(Markers::to)))
            .column(
                    "lastReport",
                    row -> text(Optional.ofNullable(row.lastReport())
                            .map(LastReport::date)
                            .map(Object::toString)))
            .column("silent", row -> Value.of(Boolean.toString(row.silent())))
            .column("reportsMissing", row -> Value.of(row.reportsMissing()))
            .column("filings", row -> Value.of(row.timeliness().filings()))
            .column("medianHours", row -> Value.of(row.timeliness().medianHours()))
            .column("p95Hours", row -> Value.of(row.timeliness().p95Hours()))
            .column("inTime", row -> Value.of(row.timeliness().inTime()))
            .column("version", row -> Value.of(row.station().version()))
            .column("position", row -> Value.of(row.station().position()));

    private StationListing() {}

    private static Optional<Border> border(StationView row) {
        return Optional.ofNullable(row.station().border());
    }

    private static Value text(Optional<String> text) {
        return text.map(Value::of).orElse(Value.NOTHING);
    }

    private static Value number(Optional<BigDecimal> number) {
        return number.map(Value::of).orElse(Value.NOTHING);
    }
}
