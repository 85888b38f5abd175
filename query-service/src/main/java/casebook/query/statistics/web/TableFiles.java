package casebook.query.statistics.web;

import casebook.query.exports.Download;
import casebook.query.exports.Format;
import casebook.query.exports.Issued;
import casebook.query.exports.Provenance;
import casebook.query.exports.Provenances;
import casebook.query.exports.Sheet;
import casebook.query.statistics.Sight;
import casebook.query.statistics.TableTooLarge;
import casebook.query.statistics.report.ReportPdf;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a table in the format that was asked for. */
@Component
class TableFiles {

    /** A page has some 40. */
    private static final int MOST_PRINTED = 10_000;

    private final Provenances provenances;
    private final AnnualReport reports;
    private final JsonMapper json;

    TableFiles(Provenances provenances, AnnualReport reports, JsonMapper json) {
        this.provenances = provenances;
        this.reports = reports;
        this.json = json;
    }

    byte[] json(KnownTable table) {
        return json.writeValueAsBytes(table.json());
    }

    /** @param madeAt the position of the ledger now */
    Mono<ResponseEntity<Object>> file(YearlyRequest request, KnownTable table, Sight sight, long madeAt) {
        var filter = YearlyFilter.of(table.query());
        var kind = request.kind();
        return provenances
                .of(new Issued(kind.key(), filter, sight.scope(), sight.hidden(), table.position(), madeAt))
                .map(provenance -> request.format() == Format.PDF
                        ? pdf(request, table, provenance)
                        : sheet(request, table, provenance));
    }

    private static ResponseEntity<Object> sheet(YearlyRequest request, KnownTable table, Provenance provenance) {
        var rows = table.sheet().get();
        var sheet = new Sheet(request.kind().key(), provenance, rows.header(), rows.rows()::stream);
        return Download.of(sheet, request.format());
    }

    private ResponseEntity<Object> pdf(YearlyRequest request, KnownTable table, Provenance provenance) {
        if (table.printed().rows().size() > MOST_PRINTED) {
            throw new TableTooLarge(TableTooLarge.Part.ROWS, MOST_PRINTED);
        }
        var report = reports.of(table.printed(), provenance, request.locale());
        return Download.of(request.kind().key(), Format.PDF, provenance, out -> ReportPdf.write(report, out));
    }
}
