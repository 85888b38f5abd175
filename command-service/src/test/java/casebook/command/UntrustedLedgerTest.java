package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.http.Role;
import casebook.ledger.LedgerTrust;
import casebook.ledger.SigningKey;
import casebook.mongod.SharedMongod;
import casebook.personaldata.MasterKey;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.json.JsonMapper;

/** A service of its own, whose ledger somebody changes while it is down. */
class UntrustedLedgerTest {

    private static final String STATION = """
            {"name": "Tân Thanh", "province": "VN-09", "country": "VN"}""";

    private final String database = "untrusted-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    private final List<String> arguments = new ArrayList<>();

    @BeforeEach
    void configure() throws IOException {
        var key = Files.writeString(folder.resolve("signing.key"), SigningKey.generate("casebook.example/ledger"));
        arguments.addAll(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.mongodb.uri=" + SharedMongod.connectionString(),
                "--casebook.database=" + database,
                "--casebook.personal-data.master-key=" + MasterKey.generate(),
                "--casebook.ledger.checkpoints.key-file=" + key,
                "--casebook.ledger.checkpoints.file=" + folder.resolve("checkpoints")));
    }

    @Test
    void writesAreRefusedWithAReasonAndTheServiceStaysUp() throws Exception {
        try (var service = start()) {
            assertThat(register(service, "VN-09-TAN-THANH", "en").statusCode()).isEqualTo(201);
            assertThat(register(service, "VN-09-CHI-MA", "en").statusCode()).isEqualTo(201);
        }
        try (var client = MongoClients.create(SharedMongod.connectionString())) {
            // Who has the database can take the checkpoints away as well: only the file still tells.
            var mongo = client.getDatabase(database);
            mongo.getCollection("checkpoints").deleteMany(new Document());
            mongo.getCollection("ledger").deleteOne(new Document("_id", 1L));
        }
        try (var service = start()) {
            var english = register(service, "VN-22-NAM-CAN", "en");
            assertThat(english.statusCode()).isEqualTo(503);
            var problem = JsonMapper.shared().readTree(english.body());
            assertThat(problem.path("type").asString()).isEqualTo("https://casebook.example/problems/ledger-untrusted");
            assertThat(problem.path("title").asString()).isEqualTo("Nothing is written to this ledger");
            assertThat(register(service, "VN-22-NAM-CAN", "vi").body()).contains("Sổ cái này không được ghi thêm");

            assertThat(get(service, "/actuator/health").statusCode()).isEqualTo(503);
            assertThat(get(service, "/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(get(service, "/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(get(service, "/actuator/prometheus").body()).contains("casebook_ledger_trusted 0.0");
            assertThat(service.getBean(LedgerTrust.class).doubt())
                    .hasValueSatisfying(doubt ->
                            assertThat(doubt).contains("has 1 events, and 2 were signed: the newest are missing"));
        }
    }

    @Test
    void theLedgerThatWasSignedIsWrittenToAfterARestart() throws Exception {
        try (var service = start()) {
            assertThat(register(service, "VN-09-TAN-THANH", "en").statusCode()).isEqualTo(201);
        }
        try (var service = start()) {
            assertThat(register(service, "VN-09-CHI-MA", "en").statusCode()).isEqualTo(201);
            assertThat(get(service, "/actuator/health").statusCode()).isEqualTo(200);
            assertThat(get(service, "/actuator/prometheus").body()).contains("casebook_ledger_trusted 1.0");
        }
    }

    private ConfigurableApplicationContext start() {
        return CommandService.application()
                .sources(RunningService.Tokens.class, OwnThreads.class)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments.toArray(String[]::new));
    }

    private static HttpResponse<String> register(ConfigurableApplicationContext service, String code, String language)
            throws Exception {
        return send(HttpRequest.newBuilder(uri(service, "/api/v1/stations/" + code))
                .header("Authorization", "Bearer " + RunningService.token(Role.ADMIN, null, null))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .PUT(BodyPublishers.ofString(STATION.replace("VN-09", code.substring(0, 5)))));
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext service, String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(service, path)));
    }

    private static URI uri(ConfigurableApplicationContext service, String path) {
        return URI.create(
                "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** Those that services share by default end with the first service that ends. */
    @Configuration(proxyBeanMethods = false)
    static class OwnThreads {
        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            var own = new ReactorResourceFactory();
            own.setUseGlobalResources(false);
            return own;
        }
    }
}
