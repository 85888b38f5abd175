package casebook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** A service that has nothing but the shared edge. */
class EdgeTest {

    private static ConfigurableApplicationContext service;
    private static WebTestClient client;

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.REACTIVE)
                .run(
                        "--server.port=0",
                        "--casebook.limits.requests-per-second=1",
                        "--casebook.limits.burst=60",
                        "--spring.main.banner-mode=off",
                        "--spring.messages.basename=messages/problems",
                        "--spring.messages.fallback-to-system-locale=false");
        var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "problem, 409, not-acceptable",
        "input, 400, malformed",
        "status, 503, unavailable",
        "teapot, 400, malformed",
        "foreign, 410, not-acceptable",
        "bug, 500, internal",
        "error, 500, internal",
        "forbidden, 403, forbidden"
    })
    void whateverIsThrownIsAProblem(String path, int status, String slug) {
        var body = get("/throw/" + path, "known")
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body)
                .contains("\"https://casebook.example/problems/" + slug + "\"")
                .doesNotContain("secret", "Exception", "java.");
    }

    @Test
    void aTokenThatIsUnknownOrMissingIsAskedFor() {
        for (var token : List.of("", "unknown")) {
            get("/who", token)
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void aTokenThatCannotBeVerifiedNowIsNoFaultOfTheCaller() {
        var body = get("/who", "unverifiable")
                .expectStatus()
                .isEqualTo(503)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).contains("/unavailable").doesNotContain("secret");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgain() {
        var status = 200;
        for (int n = 0; n < 200 && status == 200; n++) {
            status = get("/who", "hasty").returnResult(Void.class).getStatus().value();
        }
        get("/who", "hasty")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueMatches(HttpHeaders.RETRY_AFTER, "[1-9][0-9]*")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://casebook.example/problems/too-many-requests");
        get("/who", "known").expectStatus().isOk();
    }

    @Test
    void aPageOfAnotherOriginGetsNothing() {
        client.options()
                .uri("/who")
                .header(HttpHeaders.ORIGIN, "https://evil.example")
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "GET")
                .exchange()
                .expectHeader()
                .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
        client.get()
                .uri("/who")
                .headers(headers -> headers.setBearerAuth("known"))
                .header(HttpHeaders.ORIGIN, "https://evil.example")
                .exchange()
                .expectHeader()
                .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'self';.*frame-ancestors 'none'")
                .expectHeader()
                .valueMatches(HttpHeaders.CACHE_CONTROL, ".*no-store.*");
    }

    @Test
    void managementIsForNobodyOnThePortOfTheService() {
        get("/actuator/env", "known").expectStatus().isNotFound();
    }

    @Test
    void theCallerIsWhomTheTokenNames() {
        get("/who", "known").expectStatus().isOk().expectBody(String.class).isEqualTo("Captain Hoàng [ADMIN]");
    }

    @Test
    void aPublicPathNeedsNoToken() {
        get("/public/7", "").expectStatus().isOk();
        get("/private/7", "").expectStatus().isUnauthorized();
    }

    @Test
    void aMissingAddressIsNotFoundForWhomItMayConcern() {
        get("/nowhere", "known")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .value(String.class, type -> assertThat(type).endsWith("/not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "//x/y", "/a;b=c", "/%2e%2e/x", "/%00", "/a%2Fb", "/%zz", "/a|b", "/\u00e9"})
    void anAddressOfAnotherFormIsAnsweredAsARequestThatIsWrong(String target) throws IOException {
        assertThat(statusOf(target)).isBetween(400, 499);
    }

    /** A client would normalise the address. */
    private static int statusOf(String target) throws IOException {
        var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var request = "GET " + target
                    + " HTTP/1.1\r\nHost: casebook\r\nAuthorization: Bearer known\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            return Integer.parseInt(status.substring(9));
        }
    }

    @Test
    void theLanguageIsTheCallers() {
        client.get()
                .uri("/nowhere")
                .headers(headers -> headers.setBearerAuth("known"))
                .header(HttpHeaders.ACCEPT_LANGUAGE, "vi-VN,vi;q=0.9")
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Không tìm thấy");
    }

    private static WebTestClient.ResponseSpec get(String path, String token) {
        return client.get()
                .uri(path)
                .headers(headers -> {
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                })
                .exchange();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Controller.class)
    static class Service {

        @Bean
        ReactiveJwtDecoder decoder() {
            return token -> List.of("known", "hasty").contains(token)
                    ? Mono.just(Jwt.withTokenValue(token)
                            .header("alg", "none")
                            .subject(token)
                            .claim("name", "Captain Hoàng")
                            .claim("roles", List.of("ADMIN"))
                            .build())
                    : Mono.error(
                            token.equals("unverifiable")
                                    ? new JwtException("secret reason")
                                    : new BadJwtException("secret reason"));
        }

        @Bean
        PublicPaths open() {
            return new PublicPaths(List.of("/public/*"));
        }

        @Bean
        ProblemTranslator translator() {
            return thrown -> thrown instanceof ArithmeticException
                    ? Optional.of(Problem.of("not-acceptable", HttpStatus.GONE))
                    : Optional.empty();
        }
    }

    @RestController
    static class Controller {

        @GetMapping("/who")
        Mono<String> who(@AuthenticationPrincipal Caller caller) {
            return Mono.just(caller.name() + " " + caller.roles());
        }

        @GetMapping({"/public/{id}", "/private/{id}"})
        Mono<String> something(@PathVariable String id) {
            return Mono.just(id);
        }

        @GetMapping("/throw/{what}")
        Mono<String> fail(@AuthenticationPrincipal Caller caller, @PathVariable String what) {
            return switch (what) {
                case "problem" -> Mono.error(new ProblemException(Problem.of("not-acceptable", HttpStatus.CONFLICT)));
                case "input" -> throw new ServerWebInputException("secret");
                case "status" ->
                    throw new org.springframework.web.server.ResponseStatusException(
                            HttpStatus.SERVICE_UNAVAILABLE, "secret");
                case "teapot" ->
                    throw new org.springframework.web.server.ResponseStatusException(
                            HttpStatus.I_AM_A_TEAPOT, "secret");
                case "foreign" -> Mono.error(new ArithmeticException("secret"));
                case "forbidden" -> {
                    caller.require(Role.STATION);
                    yield Mono.empty();
                }
                case "error" -> Mono.error(new AssertionError("secret"));
                default -> Mono.error(new IllegalStateException("secret"));
            };
        }
    }
}
