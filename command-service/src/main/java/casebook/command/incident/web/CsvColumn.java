package casebook.command.incident.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A column of a CSV batch, with the member of the filing that its cells become; an empty cell is an absent member. */
enum CsvColumn {
    ID("id", "/id"),
    STATION("station", "/station"),
    CATEGORY("category", "/category"),
    OCCURRED_AT("occurredAt", "/occurredAt"),
    SUMMARY("summary", "/summary"),
    PROVINCE("province", "/place/province"),
    DISTRICT("district", "/place/district"),
    COMMUNE("commune", "/place/commune"),
    MARKER("marker", "/place/marker"),
    LAT("lat", "/place/point/lat", true),
    LON("lon", "/place/point/lon", true),
    SOURCE("source", "/source"),
    ITEM("item", "/seizures/0/item"),
    QUANTITY("quantity", "/seizures/0/quantity"),
    UNIT("unit", "/seizures/0/unit"),
    VALUE_AMOUNT("valueAmount", "/seizures/0/value/amount"),
    VALUE_CURRENCY("valueCurrency", "/seizures/0/value/currency"),
    SUSPECTS("suspects", "/unnamed/SUSPECT", true),
    ARRESTED("arrested", "/unnamed/ARRESTED", true),
    VIOLATORS("violators", "/unnamed/VIOLATOR", true),
    VICTIMS("victims", "/unnamed/VICTIM", true),
    RESCUED("rescued", "/unnamed/RESCUED", true),
    MIGRANTS("migrants", "/unnamed/SMUGGLED_MIGRANT", true),
    VEHICLES("vehicles", "/vehicleCount", true),
    ENTERPRISES("enterprises", "/enterpriseCount", true);

    private static final List<CsvColumn> REQUIRED = List.of(ID, STATION, CATEGORY, OCCURRED_AT, SUMMARY);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private final String header;
    private final List<String> path;
    private final boolean numeric;

    CsvColumn(String header, String pointer) {
        this(header, pointer, false);
    }

    CsvColumn(String header, String pointer, boolean numeric) {
        this.header = header;
        this.path = Arrays.asList(pointer.substring(1).split("/"));
        this.numeric = numeric;
    }

    static boolean isKnown(String header) {
        return Arrays.stream(values()).anyMatch(column -> column.header.equals(header));
    }

    static Stream<String> required() {
        return REQUIRED.stream().map(column -> column.header);
    }

    /** The filing that a row stands for. */
    static JsonNode toFiling(List<String> header, List<String> cells) {
        var filing = JsonNodeFactory.instance.objectNode();
        for (var column : values()) {
            var index = header.indexOf(column.header);
            if (index >= 0 && !cells.get(index).isEmpty()) {
                column.put(filing, cells.get(index));
            }
        }
        return filing;
    }

    private void put(ObjectNode filing, String cell) {
        var parent = filing;
        for (int depth = 0; depth < path.size() - 1; depth++) {
            parent = child(parent, depth);
            if (path.get(depth + 1).equals("0")) {
                depth++;
            }
        }
        parent.set(path.getLast(), value(cell));
    }

    private ObjectNode child(ObjectNode parent, int depth) {
        var name = path.get(depth);
        if (!path.get(depth + 1).equals("0")) {
            return parent.has(name) ? (ObjectNode) parent.get(name) : parent.putObject(name);
        }
        return parent.has(name)
                ? (ObjectNode) parent.get(name).get(0)
                : parent.putArray(name).addObject();
    }

    private JsonNode value(String cell) {
        var nodes = JsonNodeFactory.instance;
        return numeric && NUMBER.matcher(cell).matches()
                ? nodes.numberNode(new BigDecimal(cell))
                : nodes.stringNode(cell);
    }
}
