package casebook.command.incident.web;

import casebook.http.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One entry of a batch as it was read: a filing, or what is wrong with the text. */
sealed interface BatchEntry {

    long line();

    /** A filing, whose members are still to be checked. */
    record Filing(long line, @Nullable String id, JsonNode body) implements BatchEntry {

        static Filing of(long line, JsonNode body) {
            var id = body.path("id");
            return new Filing(line, id.isString() ? id.stringValue() : null, body);
        }
    }

    /** Text in which no filing can be read. */
    record Unreadable(long line, Problem problem) implements BatchEntry {}
}
