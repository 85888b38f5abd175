package casebook.query.platform;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list: its order, its length, and where it begins.
 *
 * @param after the rows behind the cursor; null for the first page
 * @param asOf the moment of knowledge that is shown; null for the list as it is
 */
public record ListQuery(
        SortOrder order,
        int limit,
        @Nullable Bson after,
        @Nullable AsOf asOf) {

    private static final int USUAL_LIMIT = 50;

    /** Reads {@code sort}, {@code limit} and {@code cursor}. A cursor of another order is bad. */
    public static ListQuery of(Parameters parameters, Map<String, SortOrder.Field> sorts, String usualSort) {
        return of(parameters, sorts, usualSort, USUAL_LIMIT);
    }

    public static ListQuery of(
            Parameters parameters, Map<String, SortOrder.Field> sorts, String usualSort, int usualLimit) {
        var order = order(parameters, sorts, usualSort);
        var after = cursor(parameters, order, cursor -> cursor.asOf() == null).flatMap(order::after);
        return new ListQuery(order, parameters.limit(usualLimit), after.orElse(null), null);
    }

    /**
     * Reads {@code asOf}, too. What position that is, the first page finds, and all pages show: the cursor names it. A cursor of a later one, or of the list as it is,
     * is bad.
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
                made -> made.asOf() != null && asked.stream().allMatch(moment -> moment.admits(made.asOf())));
        return new ListQuery(
                order,
                parameters.limit(USUAL_LIMIT),
                cursor.flatMap(order::after).orElse(null),
                cursor.map(Cursor::asOf)
                        .<AsOf>map(AsOf.AtPosition::new)
                        .or(() -> asked)
                        .orElse(null));
    }

    /** The position that must be reached for this page: that of the pages before it. */
    public long atLeast() {
        return after != null && asOf instanceof AsOf.AtPosition(var position) ? position : 0;
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
