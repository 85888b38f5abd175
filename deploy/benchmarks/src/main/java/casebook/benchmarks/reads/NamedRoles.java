package casebook.benchmarks.reads;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Believes every token: it is the name of a role, with a station behind {@value #SEPARATOR} if the role has one. */
@Configuration(proxyBeanMethods = false)
class NamedRoles {

    static final String SEPARATOR = "~";

    @Bean
    ReactiveJwtDecoder decoder() {
        return token -> {
            var parts = List.of(token.split(SEPARATOR));
            var jwt = Jwt.withTokenValue(token)
                    .header("alg", "none")
                    .subject("bench")
                    .claim("name", "Lan")
                    .claim("roles", List.of(parts.getFirst()));
            return Mono.just((parts.size() > 1 ? jwt.claim("station", parts.getLast()) : jwt).build());
        };
    }
}
