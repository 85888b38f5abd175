package casebook.query.projection.web;

import static casebook.query.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

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
