package casebook.benchmarks.stream;

import casebook.personaldata.MasterKey;
import casebook.query.QueryService;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** The query service in this process, on a port of its own. A token is subject, role, station and province, with full stops between them. */
final class StreamService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    StreamService(String mongo, String database, int listeners) {
        context = QueryService.application()
                .sources(TokensAsTheyAre.class)
                .registerShutdownHook(false)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--spring.mongodb.uri=" + mongo,
                        "--casebook.database=" + database,
                        "--casebook.personal-data.master-key=" + MasterKey.generate(),
                        "--casebook.stream.listeners=" + listeners,
                        "--logging.level.root=WARN");
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class TokensAsTheyAre {

        @Bean
        ReactiveJwtDecoder tokensAsTheyAre() {
            return token -> {
                var parts = token.split("\\.", -1);
                return Mono.just(Jwt.withTokenValue(token)
                        .header("alg", "none")
                        .subject(parts[0])
                        .claim("name", parts[0])
                        .claim("roles", List.of(parts[1]))
                        .claim("station", parts[2])
                        .claim("province", parts[3])
                        .build());
            };
        }
    }
}
