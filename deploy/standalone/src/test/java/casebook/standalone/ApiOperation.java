package casebook.standalone;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One operation of a service, as its OpenAPI document says. */
record ApiOperation(int port, String method, String path, JsonNode description, JsonNode document) {

    static Stream<ApiOperation> of(int port, JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(verb -> new ApiOperation(
                                port,
                                verb.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                verb.getValue(),
                                document)));
    }

    List<String> queryParameters() {
        return description
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    /** Whether its answer never ends. */
    boolean isStream() {
        return description.at("/responses/200/content").has("text/event-stream");
    }

    /** The media types that its body may have. */
    List<String> contentTypes() {
        return List.copyOf(description.path("requestBody").path("content").propertyNames());
    }

    JsonNode schema(String contentType) {
        return description.path("requestBody").path("content").path(contentType).path("schema");
    }

    JsonNode resolve(JsonNode schema) {
        return schema.has("$ref")
                ? resolve(document.at(schema.path("$ref").asString().substring(1)))
                : schema;
    }
}
