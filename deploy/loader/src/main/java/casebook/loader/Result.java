package casebook.loader;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The service's answer to one line of a batch.
 *
 * @param position the ledger position after it, if it is in the ledger
 * @param problem why it was rejected
 */
record Result(
        long line,
        Outcome outcome,
        @Nullable Long position,
        @Nullable JsonNode problem) {
    enum Outcome {
        FILED,
        DUPLICATE,
        REJECTED
    }

    /** @throws BrokenOff if the line is no result: the service or a proxy has put an error into the stream */
    static Result parse(String line) {
        try {
            JsonNode json = Json.read(line);
            if (json.has("outcome")) {
                return Json.MAPPER.treeToValue(json, Result.class);
            }
        } catch (JacksonException e) {
            throw new BrokenOff("not a result: " + line);
        }
        throw new BrokenOff("not a result: " + line);
    }
}
