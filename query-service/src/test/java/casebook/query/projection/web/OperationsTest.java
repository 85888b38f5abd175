package casebook.query.projection.web;

import static casebook.query.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.audit.Signing;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsTest extends ServiceTest {

    private static final String ADMIN = Tokens.of(Role.ADMIN);

    @Test
    void healthMetricsAndDocumentationAreOpen() throws Throwable {
        for (var path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            anonymous()
                    .get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.status")
                    .isEqualTo("UP");
        }
        anonymous()
                .get()
                .uri("/actuator/health/progress")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.projections.details.incidents.inError")
                .isEqualTo(false);
        eventually(() -> assertThat(text("/actuator/prometheus"))
                .contains("casebook_projection_position{", "projection=\"cases\"")
                .contains("casebook_projection_lag_events{", "casebook_projection_lag_seconds{")
                .contains("casebook_projection_dead_letters{", "casebook_projection_batch_seconds"));
        anonymous()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody()
                .jsonPath("$.openapi")
                .value((String version) -> assertThat(version).startsWith("3.1"))
                .jsonPath("$.paths['/api/v1/incidents/{id}']")
                .exists();
        anonymous().get().uri("/docs").exchange().expectStatus().is3xxRedirection();
    }

    @Test
    void everythingElseIsClosed() {
        for (var path : List.of("/api/v1/projections", "/api/v1/stations", "/actuator/env", "/actuator", "/nowhere")) {
            anonymous().get().uri(path).exchange().expectStatus().isUnauthorized();
        }
        as(ADMIN).get().uri("/actuator/env").exchange().expectStatus().isNotFound();
    }

    @Test
    void projectionsAreForAdmin() {
        for (var role : List.of(Role.STATION, Role.COMMAND, Role.ANALYST, Role.AUDITOR)) {
            var client = as(Tokens.of(role));
            client.get().uri("/api/v1/projections").exchange().expectStatus().isForbidden();
            client.post()
                    .uri("/api/v1/projections/none/rebuild")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        as(ADMIN)
                .post()
                .uri("/api/v1/projections/none/rebuild")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, projections",
        "ADMIN, projections/incidents/rebuild",
        "AUDITOR, audit/access?who=nobody",
        "AUDITOR, audit/key",
        "AUDITOR, audit/access/checkpoint",
        "ANALYST, stream?until=1"
    })
    void readsWithoutAReadModelOfTheirOwnHaveAPositionToo(Role role, String path) throws IOException {
        FEED.append(Sample.filed(Sample.incident(), 1));
        Signing.sign(FEED);
        var position = FEED.reader().position();
        var answer = read(Tokens.of(role), "/api/v1/" + path).returnResult(byte[].class);
        var told = answer.getResponseHeaders().getFirst("Casebook-Position");
        answer.getResponseBody().take(0).blockLast();
        assertThat(Long.parseLong(String.valueOf(told))).isGreaterThanOrEqualTo(position);
        var client = as(Tokens.of(role));
        client.get()
                .uri("/api/v1/" + path)
                .header("Casebook-Min-Position", "-1")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void streamIsNotOpenedBeforeItsPositionIsReached() {
        as(ADMIN)
                .get()
                .uri("/api/v1/stream")
                .header("Casebook-Min-Position", Long.toString(Long.MAX_VALUE))
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After");
    }

    @Test
    void rebuiltProjectionAnswersAsBefore() throws Throwable {
        var id = Sample.incident();
        FEED.append(Sample.filed(id, 1));
        var before = text("/api/v1/incidents/" + id);
        as(ADMIN)
                .post()
                .uri("/api/v1/projections/incidents/rebuild")
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("incidents");
        eventually(() -> as(ADMIN)
                .get()
                .uri("/api/v1/projections/incidents/rebuild")
                .exchange()
                .expectBody()
                .jsonPath("$.done")
                .isEqualTo(true)
                .jsonPath("$.serving")
                .isEqualTo(2));
        assertThat(text("/api/v1/incidents/" + id)).isEqualTo(before);
        as(ADMIN)
                .get()
                .uri("/api/v1/projections")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.name=='cases')].deadLetters")
                .isEqualTo(0);
        as(ADMIN)
                .post()
                .uri("/api/v1/projections/incidents/dead-letters")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private String text(String path) {
        var body = read(ADMIN, path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }
}
