package casebook.query.exports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The columns of a list, in order. */
public final class Listing<T> {

    private final String name;
    private final Map<String, Function<T, Value>> columns = new LinkedHashMap<>();

    public Listing(String name) {
        this.name = name;
    }

    public Listing<T> column(String header, Function<T, Value> value) {
        columns.put(header, value);
        return this;
    }

    public String name() {
        return name;
    }

    List<String> header() {
        return List.copyOf(columns.keySet());
    }

    List<Value> values(T row) {
        return columns.values().stream().map(column -> column.apply(row)).toList();
    }
}
