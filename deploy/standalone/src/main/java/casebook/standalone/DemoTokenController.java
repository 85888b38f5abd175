package casebook.standalone;

import casebook.command.web.Faults;
import casebook.command.web.Members;
import casebook.command.web.StrictJson;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The demo issuer's one address. For whoever is not on this machine it does not exist. */
@RestController
class DemoTokenController {

    static final String PATH = "/demo/token";

    private final DemoTokens tokens;

    DemoTokenController(DemoTokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Token> token(ServerHttpRequest request) {
        if (!isFromThisMachine(request)) {
            throw new ProblemException(Problem.notFound());
        }
        return StrictJson.body(request).map(this::answer);
    }

    private static boolean isFromThisMachine(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote != null
                && remote.getAddress().isLoopbackAddress()
                && !request.getHeaders().containsHeader("Forwarded")
                && !request.getHeaders().containsHeader("X-Forwarded-For");
    }

    private Token answer(JsonNode body) {
        var faults = new Faults();
        var wish = Members.of(body, "", faults);
        var role = wish.requiredChoice("role", Role.class);
        var station = wish.code("station", StationCode::isValid, StationCode::new);
        var province = wish.code("province", ProvinceCode::isValid, ProvinceCode::new);
        if (role == Role.STATION) {
            wish.require("station");
        }
        if (role == Role.COMMAND) {
            wish.require("province");
        }
        var name = Objects.requireNonNullElse(wish.text("name"), role.name());
        wish.end();
        faults.check();
        var signed = tokens.sign(
                role, station == null ? null : station.value(), province == null ? null : province.value(), name);
        return new Token(signed, "Bearer", DemoTokens.LIFE.toSeconds());
    }

    /** As an OAuth 2 token endpoint answers (RFC 6749, 5.1). */
    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {}
}
