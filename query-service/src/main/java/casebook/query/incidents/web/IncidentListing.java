package casebook.query.incidents.web;

import casebook.events.Place;
import casebook.events.Point;
import casebook.events.Seizure;
import casebook.query.exports.Listing;
import casebook.query.exports.Value;
import casebook.query.incidents.view.IncidentRow;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list of incidents as a sheet, its columns named as those of a CSV of filings where they are the same. */
final class IncidentListing {

    static final Listing<IncidentRow> COLUMNS = new Listing<IncidentRow>("incidents")
            .column("id", row -> Value.of(row.id().toString()))
            .column("number", row -> Value.of(row.number()))
            .column("station", row -> Value.of(row.station().value()))
            .column("category", row -> Value.of(row.category().name()))
            .column("status", row -> Value.of(row.status().name()))
            .column("occurredAt", row -> Value.of(row.occurredAt()))
            .column("filedAt", row -> Value.of(row.filedAt().atOffset(ZoneOffset.UTC)))
            .column("summary", row -> Value.of(row.summary()))
            .column("province", row -> Value.of(row.place().province().value()))
            .column("district", row -> Value.of(row.place().district()))
            .column("commune", row -> Value.of(row.place().commune()))
            .column("marker", row -> Value.of(row.place().marker()))
            .column("lat", row -> coordinate(row.place(), Point::lat))
            .column("lon", row -> coordinate(row.place(), Point::lon))
            .column("source", row -> Value.of(nameOf(row.source())))
            .column("seizures", row -> Value.of(seizures(row)))
            .column("version", row -> Value.of(row.version()))
            .column("position", row -> Value.of(row.position()));

    private IncidentListing() {}

    private static Value coordinate(Place place, Function<Point, BigDecimal> coordinate) {
        return place.point() == null ? Value.NOTHING : Value.of(coordinate.apply(place.point()));
    }

    private static @Nullable String nameOf(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static @Nullable String seizures(IncidentRow row) {
        return row.seizures().isEmpty()
                ? null
                : row.seizures().stream().map(IncidentListing::seizure).collect(Collectors.joining("; "));
    }

    private static String seizure(Seizure seizure) {
        return seizure.item() + " " + seizure.quantity() + " " + seizure.unit();
    }
}
