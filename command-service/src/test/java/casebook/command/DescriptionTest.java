package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the OpenAPI document says that a write takes is what it takes: no member more, and none less that it requires. */
class DescriptionTest {

    private static final String JSON = "application/json";
    private static final JsonNode DOCUMENT = document();
    private static final String NO_SUCH_MEMBER = "There is no such member here";

    private final UUID subject = UUID.randomUUID();
    private final UUID seizure = UUID.randomUUID();
    private final UUID incident = Sample.filed(
            Client.TAN_THANH, Sample.filing(UUID.randomUUID()).setAll(Sample.object("""
                    {"seizures": [{"id": "%s", "item": "GOODS", "quantity": "1", "unit": "KG"}],
                     "subjects": [{"id": "%s", "role": "VICTIM"}]}
                    """.formatted(seizure, subject))));
    private final Map<String, String> ids = Map.of(
            "/incidents/{id}", incident.toString(),
            "/cases/{id}", Sample.openedCase().toString(),
            "/exhibits/{id}", exhibit(),
            "{subject}", subject.toString(),
            "{seizure}", seizure.toString(),
            "{referral}", UUID.randomUUID().toString(),
            "{code}", "VN-09-TAN-THANH");

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(DOCUMENT.findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(resolve(reference).isMissingNode())
                        .as(reference.asString())
                        .isFalse());
    }

    @Test
    void everyWriteWithAPathOfTheContractSaysWhatItTakesAndHowItRefuses() {
        assertThat(writes()).hasSizeGreaterThan(25).allSatisfy(write -> {
            assertThat(write.operation().path("summary").asString()).isNotBlank();
            assertThat(write.operation().path("requestBody").path("content")).isNotEmpty();
            assertThat(write.operation().at("/responses/default/content").has("application/problem+json"))
                    .isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> membersThatAreRequiredAreNamedWhereTheyAreMissing() {
        return jsonWrites()
                .map(write -> DynamicTest.dynamicTest(write.toString(), () -> {
                    var required = write.schema()
                            .path("required")
                            .valueStream()
                            .map(name -> "/" + name.asString())
                            .toList();
                    var answer = send(write, JsonNodeFactory.instance.objectNode());
                    if (required.isEmpty()) {
                        assertThat(answer.status()).as(answer.body()).isNotEqualTo(400);
                    } else {
                        assertThat(answer.pointers()).as(answer.body()).hasSameElementsAs(required);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> membersThatAreDescribedAreTakenAndOthersAreNot() {
        return jsonWrites()
                .map(write -> DynamicTest.dynamicTest(write.toString(), () -> {
                    var body = JsonNodeFactory.instance.objectNode();
                    write.schema().path("properties").propertyNames().forEach(name -> body.put(name, false));
                    assertThat(send(write, body).body()).contains("errors").doesNotContain(NO_SUCH_MEMBER);
                    assertThat(send(write, body.put("rank", 1)).body()).contains("/rank", NO_SUCH_MEMBER);
                }));
    }

    private String exhibit() {
        return Client.TAN_THANH
                .post("/incidents/" + incident + "/exhibits", "{\"description\": \"a knife\", \"custodian\": \"Lê\"}")
                .expect(201)
                .text("/id");
    }

    private Answer send(Write write, JsonNode body) {
        var path = write.path().substring("/api/v1".length());
        for (var id : ids.entrySet()) {
            path = path.replace(
                    id.getKey(),
                    id.getKey().startsWith("/") ? id.getKey().replace("{id}", id.getValue()) : id.getValue());
        }
        var client = write.path().matches(".*/(stations/\\{code}|erasures)") ? Client.ADMIN : Client.COMMAND_09;
        return client.send(write.method(), path, BodyPublishers.ofString(body.toString()), "Content-Type", JSON);
    }

    private static Stream<Write> jsonWrites() {
        return writes().stream().filter(write -> write.content().has(JSON));
    }

    /** Of the contract's paths, all but those that take nothing. */
    private static List<Write> writes() {
        return DOCUMENT.path("paths")
                .propertyStream()
                .filter(path -> path.getKey().startsWith("/api/v1/"))
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> new Write(path.getKey(), operation.getKey(), operation.getValue())))
                .filter(write -> !write.verb().equals("delete"))
                .toList();
    }

    private static JsonNode resolve(JsonNode reference) {
        return DOCUMENT.at(reference.asString().substring(1));
    }

    private static JsonNode document() {
        var path = URI.create(RunningService.uri("/v3/api-docs").toString());
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(path).build(), BodyHandlers.ofString());
            return new JsonMapper().readTree(answer.body());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record Write(String path, String verb, JsonNode operation) {

        JsonNode content() {
            return operation.path("requestBody").path("content");
        }

        String method() {
            return verb.toUpperCase(Locale.ROOT);
        }

        JsonNode schema() {
            return resolve(content().path(JSON).path("schema").path("$ref"));
        }

        @Override
        public String toString() {
            return method() + " " + path;
        }
    }
}
