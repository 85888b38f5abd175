package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    Answer expect(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    /** A problem of this status and slug. */
    Answer expect(int expected, String slug) {
        expect(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(text("/type")).isEqualTo("https://casebook.example/problems/" + slug);
        return this;
    }

    /** A 400 that names exactly these members. */
    void expectFaults(String... pointers) {
        expect(400, "invalid-request");
        assertThat(pointers()).containsExactlyInAnyOrder(pointers);
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    List<JsonNode> lines() {
        return body.lines().map(JSON::readTree).toList();
    }

    String text(String pointer) {
        return json().at(pointer).asString();
    }

    List<String> pointers() {
        return json().path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
