package casebook.command.incident.web;

import casebook.command.web.StrictJson;
import casebook.http.Fault;
import casebook.http.Problem;
import casebook.http.ProblemException;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
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
        var text = withoutByteOrderMark(new BufferedReader(new InputStreamReader(in, decoder), 1 << 16));
        var csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .maxBufferSize(StrictJson.MAX_BYTES)
                .ofCsvRecord(text);
        try {
            var rows = csv.iterator();
            var header = rows.hasNext() ? rows.next().getFields() : List.<String>of();
            check(header);
            return new Rows(csv, rows, header);
        } catch (CsvParseException e) {
            throw StrictJson.malformed();
        }
    }

    private static Reader withoutByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
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

    private static final class Rows implements Entries {

        private final CsvReader<CsvRecord> csv;
        private final Iterator<CsvRecord> rows;
        private final List<String> header;
        private long lastLine = 1;
        private boolean isLost;

        private Rows(CsvReader<CsvRecord> csv, Iterator<CsvRecord> rows, List<String> header) {
            this.csv = csv;
            this.rows = rows;
            this.header = header;
        }

        /** After a row larger than a body may be, such as one whose quote is never closed, no next row can be told: it is the last. */
        @Override
        public @Nullable BatchEntry next() {
            try {
                return !isLost && rows.hasNext() ? entry(rows.next()) : null;
            } catch (CsvParseException e) {
                isLost = true;
                return new BatchEntry.Unreadable(lastLine + 1, Problem.of("too-large", HttpStatus.CONTENT_TOO_LARGE));
            }
        }

        private BatchEntry entry(CsvRecord row) {
            lastLine = row.getStartingLineNumber();
            var fields = row.getFields();
            var isBroken = fields.size() != header.size()
                    || fields.stream().anyMatch(field -> field.indexOf(REPLACEMENT) >= 0);
            return isBroken
                    ? new BatchEntry.Unreadable(lastLine, StrictJson.malformed().problem())
                    : new BatchEntry.Filing(lastLine, CsvColumn.toFiling(header, fields));
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }
}
