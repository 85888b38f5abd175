package casebook.query.audit.bundle;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values of events as a person reads them; codes, numbers and times stay as the contract writes them. */
@Component
final class PlainValues {

    private final JsonMapper json;

    PlainValues(JsonMapper json) {
        this.json = json;
    }

    /** Null if there is no value. */
    @Nullable
    String text(@Nullable Object value) {
        return value == null ? null : text(json.<JsonNode>valueToTree(value));
    }

    private static String text(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().map(PlainValues::text).collect(Collectors.joining("; "));
        }
        if (node.isObject()) {
            return node.propertyStream()
                    .map(member -> member.getKey() + ": " + text(member.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return node.asString();
    }
}
