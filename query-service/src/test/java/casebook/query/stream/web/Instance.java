package casebook.query.stream.web;

import casebook.mongod.SharedMongod;
import casebook.personaldata.MasterKey;
import casebook.query.LedgerFeed;
import casebook.query.QueryService;
import casebook.query.Tokens;
import casebook.query.projection.Projections;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A whole service that can be stopped, on a real port. */
final class Instance implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** One of a ledger at a time, as two of one JVM would take each other's read models for their own. */
    static Instance start(LedgerFeed ledger) {
        return new Instance(QueryService.application()
                .sources(Tokens.class, OwnThreads.class)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--spring.mongodb.uri=" + SharedMongod.connectionString(),
                        "--casebook.database=" + ledger.databaseName(),
                        "--casebook.personal-data.master-key=" + MasterKey.generate(),
                        // So that making read models takes its time.
                        "--casebook.projections.batch-size=20",
                        "--casebook.projections.watch-every=100ms"));
    }

    Projections projections() {
        return context.getBean(Projections.class);
    }

    WebTestClient as(String token) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"))
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Those that services share by default end with the first service that ends. */
    @Configuration(proxyBeanMethods = false)
    static class OwnThreads {

        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            var own = new ReactorResourceFactory();
            own.setUseGlobalResources(false);
            own.setShutdownQuietPeriod(Duration.ZERO);
            return own;
        }
    }
}
