package casebook.query.platform;

import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list: its order, its length, and where it begins.
 *
 * @param after the rows behind the cursor; null for the first page
 */
public record ListQuery(
        SortOrder order, int limit, @Nullable Bson after) {

    private static final int USUAL_LIMIT = 50;

    /** Reads {@code sort}, {@code limit} and {@code cursor}. A cursor of another order is bad. */
    public static ListQuery of(Parameters parameters, Map<String, SortOrder.Field> sorts, String usualSort) {
        return of(parameters, sorts, usualSort, USUAL_LIMIT);
    }

    public static ListQuery of(
            Parameters parameters, Map<String, SortOrder.Field> sorts, String usualSort, int usualLimit) {
        var order = parameters
                .one("sort", "sort", text -> SortOrder.parse(text, sorts))
                .or(() -> SortOrder.parse(usualSort, sorts))
                .orElseThrow();
        Optional<Bson> after =
                parameters.one("cursor", "cursor", text -> Cursor.decode(text).flatMap(order::after));
        return new ListQuery(order, parameters.limit(usualLimit), after.orElse(null));
    }
}
