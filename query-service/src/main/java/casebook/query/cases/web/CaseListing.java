package casebook.query.cases.web;

import casebook.query.cases.view.CaseRow;
import casebook.query.exports.Listing;
import casebook.query.exports.Value;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.stream.Collectors;

/** The list of cases as a sheet. */
final class CaseListing {

    static final Listing<CaseRow> COLUMNS = new Listing<CaseRow>("cases")
            .column("id", row -> Value.of(row.id().toString()))
            .column("title", row -> Value.of(row.title()))
            .column("status", row -> Value.of(row.status().name()))
            .column("lead", row -> Value.of(row.lead()))
            .column("stations", row -> Value.of(joined(row.stations())))
            .column("incidents", row -> Value.of(joined(row.incidents())))
            .column("openedAt", row -> Value.of(row.openedAt().atOffset(ZoneOffset.UTC)))
            .column("changedAt", row -> Value.of(row.changedAt().atOffset(ZoneOffset.UTC)))
            .column(
                    "mergedInto",
                    row -> row.mergedInto() == null
                            ? Value.NOTHING
                            : Value.of(row.mergedInto().toString()))
            .column("overdue", row -> Value.of(Boolean.toString(row.overdue())))
            .column("version", row -> Value.of(row.version()))
            .column("position", row -> Value.of(row.position()));

    private CaseListing() {}

    private static String joined(Collection<?> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining("; "));
    }
}
