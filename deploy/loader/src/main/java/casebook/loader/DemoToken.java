package casebook.loader;

import io.netty.handler.codec.http.HttpMethod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A token for an ADMIN from the demo issuer of a standalone, fetched anew before it expires. */
final class DemoToken implements Token {
    private static final String REQUEST = "{\"role\": \"ADMIN\", \"name\": \"loader\"}";
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final long DEFAULT_SECONDS = 3600;

    private final CommandService service;
    private final Clock clock;
    private String value = "";
    private Instant renewAt = Instant.MIN;

    DemoToken(CommandService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public String value() {
        if (!clock.instant().isBefore(renewAt)) {
            fetch();
        }
        return value;
    }

    @Override
    public boolean discard() {
        renewAt = Instant.MIN;
        return true;
    }

    private void fetch() {
        Answer answer = service.send(HttpMethod.POST, "/demo/token", REQUEST, "")
                .orRefused("No token from the demo issuer (is this a standalone? else give --token)");
        JsonNode token = Json.read(answer.body());
        value = token.path("access_token").asString("");
        long seconds = token.path("expires_in").asLong(DEFAULT_SECONDS);
        renewAt = clock.instant().plusSeconds(seconds).minus(MARGIN);
    }
}
