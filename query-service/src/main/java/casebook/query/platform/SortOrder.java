package casebook.query.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * An order of a list: by one field, then by id, so that it is total and a {@link Cursor} marks one place in it.
 *
 * @param parameter as the caller wrote it, such as {@code -occurredAt}
 * @param field of the document, a date or a text
 * @param dated whether the field is a date
 */
public record SortOrder(String parameter, String field, boolean dated, boolean descending) {

    /** @param fields which field each sort key of the contract stands for; true for dates */
    public static Optional<SortOrder> parse(String parameter, Map<String, Field> fields) {
        var descending = parameter.startsWith("-");
        return Optional.ofNullable(fields.get(descending ? parameter.substring(1) : parameter))
                .map(field -> new SortOrder(parameter, field.name(), field.dated(), descending));
    }

    public Bson sort() {
        return descending ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id");
    }

    /** The rows behind the cursor; empty if it was made under another order. */
    public Optional<Bson> after(Cursor cursor) {
        return cursor.sort().equals(parameter)
                ? key(cursor.key()).map(key -> after(key, cursor.id()))
                : Optional.empty();
    }

    /** The rows behind this one. */
    Bson behind(Document row) {
        return after(keyOf(row), row.getString("_id"));
    }

    /** This row and those before it. */
    Bson upTo(Document row) {
        var key = keyOf(row);
        return descending
                ? or(gt(field, key), and(eq(field, key), gte("_id", row.getString("_id"))))
                : or(lt(field, key), and(eq(field, key), lte("_id", row.getString("_id"))));
    }

    /** The same order of documents that were read. */
    Comparator<Document> comparator() {
        Comparator<Document> byKey = dated
                ? Comparator.comparing(row -> row.getDate(field))
                : Comparator.comparing(row -> row.getString(field));
        var ascending = byKey.thenComparing(Page::id);
        return descending ? ascending.reversed() : ascending;
    }

    /** @param asOf null where the list is shown as it is */
    Cursor cursor(Document last, Cursor.@Nullable Moment asOf) {
        var key = last.get(field);
        return new Cursor(
                parameter,
                key instanceof Date date ? Long.toString(date.getTime()) : String.valueOf(key),
                last.getString("_id"),
                asOf);
    }

    /** The first condition is for the index, which is entered there: MongoDB takes no bounds from the second. */
    private Bson after(Object key, String id) {
        return descending
                ? and(lte(field, key), or(lt(field, key), lt("_id", id)))
                : and(gte(field, key), or(gt(field, key), gt("_id", id)));
    }

    private Object keyOf(Document row) {
        return Objects.requireNonNull(row.get(field), field);
    }

    private Optional<Object> key(String text) {
        if (!dated) {
            return Optional.of(text);
        }
        return text.matches("-?[0-9]{1,18}") ? Optional.of(new Date(Long.parseLong(text))) : Optional.empty();
    }

    /** A field that can be sorted by. */
    public record Field(String name, boolean dated) {}
}
