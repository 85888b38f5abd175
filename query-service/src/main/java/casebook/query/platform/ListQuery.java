package casebook.query.platform;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list: its order, its length, and where it begins.
 *
 * @param after the rows behind the cursor; null for the first page
 * @param asOf the moment of knowledge that was asked for; null for the list as it is
 * @param found the position that the first page found that moment to be; null for the first page
 */
public record ListQuery(
        SortOrder order,
        int limit,
        @Nullable Bson after,
        @Nullable AsOf asOf,
        @Nullable Long found) {

    private static final int USUAL_LIMIT = 50;

    /** Reads {@code sort}, {@code limit} and {@code cursor}. A cursor of another order is bad. */
    public static ListQuery of(Parameters parameters, Map<String, SortOrder.Field> sorts, String usualSort) {
        return of(parameters, sorts, usualSort, USUAL_LIMIT);
    }

    public static ListQuery of(
            Parameters parameters, Map<String, SortOrder.Field> sorts, String usualSort, int usualLimit) {
        var order = order(parameters, sorts, usualSort);
        var after = cursor(parameters, order, cursor -> cursor.asOf() == null).flatMap(order::after);
        return new ListQuery(order, parameters.limit(usualLimit), after.orElse(null), null, null);
    }

    /**
     * Reads {@code asOf}, too. What position that is, the first page finds, and all pages show: the cursor names it. A cursor of another {@code asOf}, or of the list as
     * it is, is bad.
     */
    public static ListQuery asOfAnyMoment(Parameters parameters, Map<String, SortOrder.Field> sorts, String usualSort) {
        if (!parameters.has("asOf")) {
            return of(parameters, sorts, usualSort);
        }
        var order = order(parameters, sorts, usualSort);
        var asked = parameters.one("asOf", "as-of", AsOf::parse);
        var cursor = cursor(
                parameters,
                order,
                made -> made.asOf() != null
                        && asked.stream()
                                .allMatch(moment ->
                                        moment.text().equals(made.asOf().asked())));
        return new ListQuery(
                order,
                parameters.limit(USUAL_LIMIT),
                cursor.flatMap(order::after).orElse(null),
                asked.orElse(null),
                cursor.map(Cursor::asOf).map(Cursor.Moment::position).orElse(null));
    }

    /** What is shown: as of what the first page found, or of what was asked for; null for the list as it is. */
    @Nullable
    AsOf moment() {
        return found == null ? asOf : new AsOf.AtPosition(found);
    }

    /** The position that must be reached for this page: that of the pages before it. */
    long atLeast() {
        return found == null ? 0 : found;
    }

    /**
     * The cursor of the page behind a row.
     *
     * @param position that the list is shown as of; null where it is shown as it is
     */
    Cursor behind(Document row, @Nullable Long position) {
        return order.cursor(row, asOf == null || position == null ? null : new Cursor.Moment(asOf.text(), position));
    }

    private static SortOrder order(Parameters parameters, Map<String, SortOrder.Field> sorts, String usualSort) {
        return parameters
                .one("sort", "sort", text -> SortOrder.parse(text, sorts))
                .or(() -> SortOrder.parse(usualSort, sorts))
                .orElseThrow();
    }

    private static Optional<Cursor> cursor(Parameters parameters, SortOrder order, Predicate<Cursor> fits) {
        return parameters.one(
                "cursor",
                "cursor",
                text -> Cursor.decode(text)
                        .filter(fits)
                        .filter(cursor -> order.after(cursor).isPresent()));
    }
}
