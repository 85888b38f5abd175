package casebook.query.statistics.web;

import casebook.query.exports.ExportedList;
import casebook.query.exports.Issued;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the export of a list shows.
 *
 * @param rows how many the caller may see of them, on all pages; absent for a list of which former states are not kept
 * @param items some of them, as the list answers them
 * @param next cursor of the page behind this one; absent on the last
 */
record IssuedView(
        String list,
        String filter,
        long position,
        @Nullable Long rows,
        @Nullable List<?> items,
        @Nullable String next) {

    static IssuedView of(Issued issued) {
        return new IssuedView(issued.table(), issued.shown(), issued.position(), null, null, null);
    }

    static IssuedView of(Issued issued, ExportedList.Shown shown) {
        return new IssuedView(
                issued.table(), issued.shown(), issued.position(), shown.rows(), shown.items(), shown.next());
    }
}
