package casebook.query.statistics.web;

import casebook.query.exports.Value;
import java.util.List;

/** A table as it stands in a sheet. */
record SheetRows(List<String> header, List<List<Value>> rows) {

    /** Stands in the place of the year before what is summed up over all years. */
    static final String TOTAL = "total";
}
