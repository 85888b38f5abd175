package casebook.query.exports;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where an export comes from; it stands before the header.
 *
 * @param position of the ledger that it shows
 * @param filter as query parameters, with the scope of a caller who does not see everything
 * @param time of the export
 * @param verification the code under which the export can be looked up
 */
public record Provenance(long position, String filter, OffsetDateTime time, String verification) {

    Map<String, Value> rows() {
        var rows = new LinkedHashMap<String, Value>();
        rows.put("position", Value.of(position));
        rows.put("filter", Value.of(filter));
        rows.put("time", Value.of(time));
        rows.put("verification", Value.of(verification));
        return rows;
    }
}
