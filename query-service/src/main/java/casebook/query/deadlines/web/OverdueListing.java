package casebook.query.deadlines.web;

import casebook.query.exports.Listing;
import casebook.query.exports.Value;
import casebook.query.platform.Overdue;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What is overdue as a sheet. */
final class OverdueListing {

    static final Listing<Overdue> COLUMNS = new Listing<Overdue>("overdue")
            .column("station", row -> Value.of(row.station().value()))
            .column("incident", row -> id(row.incident()))
            .column("case", row -> id(row.caseFile()))
            .column("exhibit", row -> id(row.exhibit()))
            .column("kind", row -> Value.of(row.kind().name()))
            .column("dueAt", row -> Value.of(row.dueAt().atOffset(ZoneOffset.UTC)));

    private OverdueListing() {}

    private static Value id(@Nullable Object id) {
        return id == null ? Value.NOTHING : Value.of(id.toString());
    }
}
