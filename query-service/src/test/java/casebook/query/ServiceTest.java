package casebook.query;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.ledger.SigningKey;
import casebook.mongod.SharedMongod;
import casebook.personaldata.MasterKey;
import casebook.personaldata.PersonVault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The whole service on a real port, a real ledger and a real MongoDB, started once for all tests: each keeps to stations, incidents and
 * cases of its own.
 */
@SpringBootTest(
        classes = QueryService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=query-service",
            // The shared mongod would be gone before the service could stop.
            "spring.main.register-shutdown-hook=false",
            "casebook.retention.years.WEAPONS_EXPLOSIVES=5",
            "casebook.projections.wait-at-most=10s",
            "casebook.stream.patience=3s",
            "casebook.stream.listeners=25",
            "casebook.stream.listeners-of-one=20",
            "casebook.projections.watch-every=100ms"
        })
@Import(Tokens.class)
public abstract class ServiceTest {

    private static final String SUMS = "statistics\\.(totals|years|months|days)\\.";
    private static final int LARGEST_ANSWER = 8 << 20;

    protected static final LedgerFeed FEED = new LedgerFeed();
    private static final String MASTER_KEY = MasterKey.generate();
    protected static final PersonVault VAULT = new PersonVault(FEED.database(), MasterKey.parse(MASTER_KEY));

    /** Notes what goes through a whole collection of a read model; a table of all years may, for its sums are few and it takes them all. */
    @BeforeAll
    static void watchPlans() {
        FEED.database()
                .runCommand(new Document("profile", 1)
                        .append(
                                "filter",
                                new Document("planSummary", Pattern.compile("COLLSCAN"))
                                        .append("ns", Pattern.compile("^[^.]+\\.(?!" + SUMS + ").*g[0-9]+$"))));
    }

    @AfterAll
    static void noQueryScannedACollection() {
        assertThat(FEED.database().getCollection("system.profile").find())
                .extracting(entry -> entry.get("ns") + ": " + entry.get("command"))
                .isEmpty();
    }

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", SharedMongod::connectionString);
        properties.add("casebook.database", FEED::databaseName);
        properties.add("casebook.personal-data.master-key", () -> MASTER_KEY);
        properties.add("casebook.access.checkpoints.key", () -> SigningKey.generate("casebook.example/access"));
    }

    /** An address with a path exactly as it is written. */
    protected URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    protected WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl(address("").toString())
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }

    protected WebTestClient as(String token) {
        return anonymous()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    /** A read that sees all that was appended so far. */
    protected WebTestClient.ResponseSpec read(String token, String uri, Object... variables) {
        return as(token)
                .get()
                .uri(uri, variables)
                .header("Casebook-Min-Position", Long.toString(FEED.reader().position()))
                .exchange();
    }

    protected static List<String> names(WebTestClient.BodyContentSpec body, String path) {
        var names = new ArrayList<String>();
        body.jsonPath(path).value((List<?> found) -> found.forEach(name -> names.add(String.valueOf(name))));
        return names;
    }
}
