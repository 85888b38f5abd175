package casebook.standalone;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON values that a schema allows, and some that none does. */
final class RandomJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "ma túy",
            "33,918",
            "1e400",
            "-1",
            "NaN",
            "' OR 1=1 --",
            "{\"$gt\": \"\"}",
            "=HYPERLINK(\"x\")",
            "\u0000",
            "\u202e",
            "../../etc/passwd",
            "${jndi:ldap://x}",
            " ",
            "",
            "9".repeat(60),
            "đ".repeat(3000),
            "VN-22",
            "0".repeat(64));

    private final Random random;
    private final ApiOperation operation;
    private final List<String> ids;

    /** @param ids of what exists */
    RandomJson(Random random, ApiOperation operation, List<String> ids) {
        this.random = random;
        this.operation = operation;
        this.ids = ids;
    }

    /** A value by the schema, in which one in twelve places has something else. */
    JsonNode value(JsonNode described) {
        var schema = operation.resolve(described);
        if (random.nextInt(12) == 0) {
            return anything(3);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer" -> JSON.numberNode(random.nextInt(-2, 2100));
            case "number" -> JSON.numberNode(random.nextInt(-200, 200) / 10.0);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.stringNode(text(schema));
        };
    }

    private String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.get(random.nextInt(type.size())).asString() : type.asString("string");
    }

    private JsonNode object(JsonNode schema) {
        var object = JSON.objectNode();
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").forEachEntry((name, value) -> {
            if (required.contains(name) ? random.nextInt(20) > 0 : random.nextInt(3) == 0) {
                object.set(name, value(value));
            }
        });
        if (random.nextInt(25) == 0) {
            object.set("$where", anything(2));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        var array = JSON.arrayNode();
        for (int size = random.nextInt(4); size > 0; size--) {
            array.add(value(schema.path("items")));
        }
        return array;
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> id();
            case "date-time" -> "20%02d-03-14T02:30:00+07:00".formatted(random.nextInt(10, 26));
            case "date" -> "2026-03-%02d".formatted(random.nextInt(1, 35));
            default -> schema.has("pattern") ? byPattern(schema.path("pattern").asString()) : anyText();
        };
    }

    /** Of the few patterns that there are. */
    private String byPattern(String pattern) {
        if (pattern.startsWith("^[0-9]")) {
            return random.nextInt(100) + "." + random.nextInt(1000);
        }
        if (pattern.equals("^[A-Z]{2}$")) {
            return "VN";
        }
        if (pattern.startsWith("^[A-Z]{3}")) {
            return "VND";
        }
        return pattern.startsWith("^[A-Z") ? "VN-22" : anyText();
    }

    String anyText() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** Of something that exists, or of nothing. */
    String id() {
        return random.nextInt(3) == 0
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : ids.get(random.nextInt(ids.size()));
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
            case 4 -> JSON.stringNode(anyText());
            case 5 -> JSON.objectNode();
            case 6 -> JSON.arrayNode().add(anything(depth - 1)).add(anything(depth - 1));
            default -> member(depth);
        };
    }

    private ObjectNode member(int depth) {
        return JSON.objectNode().set(anyText(), anything(depth - 1));
    }
}
