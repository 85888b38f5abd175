package casebook.benchmarks.reads;

import casebook.personaldata.MasterKey;
import casebook.query.QueryService;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.projection.CollectionSpec;
import casebook.query.projection.ProjectionStatus;
import casebook.query.projection.Projections;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** The query service in this process, on a port of its own, where every token is an analyst's. */
final class QueryServiceUnderTest implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    QueryServiceUnderTest(String mongo, String database) {
        SpringApplicationBuilder application = QueryService.application();
        context = application
                .sources(AnyToken.class)
                .registerShutdownHook(false)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--spring.mongodb.uri=" + mongo,
                        "--casebook.database=" + database,
                        "--casebook.personal-data.master-key=" + MasterKey.generate(),
                        "--logging.level.root=WARN");
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    List<ProjectionStatus> projections() {
        return context.getBean(Projections.class).all();
    }

    ProjectionStatus projection(String name) {
        return context.getBean(Projections.class).status(name).orElseThrow();
    }

    ProjectionStatus rebuild(String projection) {
        return context.getBean(Projections.class).rebuild(projection).orElseThrow();
    }

    /** What the read model of incidents is written into. */
    CollectionSpec incidents() {
        return context.getBean(IncidentsProjection.class).collections().getFirst();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class AnyToken {

        @Bean
        ReactiveJwtDecoder anyToken() {
            return token -> Mono.just(Jwt.withTokenValue(token)
                    .header("alg", "none")
                    .subject("bench")
                    .claim("name", "Lan")
                    .claim("roles", List.of("ANALYST"))
                    .build());
        }
    }
}
