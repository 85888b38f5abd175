package casebook.command.incident.web;

import casebook.command.web.StrictJson;
import casebook.http.Fault;
import casebook.http.Problem;
import casebook.http.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** One filing in each row, under a header (RFC 4180). What a bad header makes of the whole batch is one 400. */
final class CsvFormat implements BatchFormat {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    @Override
    public Entries open(InputStream in) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = new BufferedReader(new InputStreamReader(in, decoder), 1 << 16);
        skipByteOrderMark(text);
        var rows = new CsvRows(text, StrictJson.MAX_BYTES);
        var header = rows.next();
        if (header != null && (header.isTooLong() || !header.isWellFormed())) {
            throw StrictJson.malformed("not-a-row");
        }
        var columns = header == null ? List.<String>of() : header.fields();
        check(columns);
        return new Filings(rows, columns);
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    private static void check(List<String> header) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        for (var name : header) {
            if (!CsvColumn.isKnown(name)) {
                faults.add(Fault.at("/" + name, "unknown-column", name));
            } else if (!seen.add(name)) {
                faults.add(Fault.at("/" + name, "repeated-column", name));
            }
        }
        CsvColumn.required()
                .filter(name -> !seen.contains(name))
                .forEach(name -> faults.add(Fault.at("/" + name, "missing-column", name)));
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.invalid(faults));
        }
    }

    private record Filings(CsvRows rows, List<String> header) implements Entries {

        @Override
        public @Nullable BatchEntry next() throws IOException {
            var row = rows.next();
            return row == null ? null : entry(row);
        }

        private BatchEntry entry(CsvRows.Row row) {
            if (row.isTooLong()) {
                return new BatchEntry.Unreadable(row.line(), Problem.of("too-large", HttpStatus.CONTENT_TOO_LARGE));
            }
            return fault(row)
                    .<BatchEntry>map(malformed -> new BatchEntry.Unreadable(row.line(), malformed.problem()))
                    .orElseGet(() -> BatchEntry.Filing.of(row.line(), CsvColumn.toFiling(header, row.fields())));
        }

        private Optional<ProblemException> fault(CsvRows.Row row) {
            if (!row.isWellFormed()) {
                return Optional.of(StrictJson.malformed("not-a-row"));
            }
            if (row.fields().size() != header.size()) {
                return Optional.of(StrictJson.malformed(
                        "wrong-number-of-cells", header.size(), row.fields().size()));
            }
            return row.fields().stream().anyMatch(field -> field.indexOf(REPLACEMENT) >= 0)
                    ? Optional.of(StrictJson.malformed("row-not-utf-8"))
                    : Optional.empty();
        }
    }
}
