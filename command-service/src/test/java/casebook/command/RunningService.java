package casebook.command;

import casebook.http.Role;
import casebook.mongod.SharedMongod;
import casebook.personaldata.MasterKey;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The command service on a free port, with a real MongoDB and tokens of a key of its own. One for all tests; each test uses stations of its own. */
final class RunningService {

    private static final RSAKey KEY = key();
    private static final String DATABASE = "command-" + UUID.randomUUID();
    private static final ConfigurableApplicationContext CONTEXT = start();

    private RunningService() {}

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static WebTestClient as(Role role, @Nullable String station, @Nullable String province) {
        return anonymous()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token(role, station, province))
                .build();
    }

    static WebTestClient anonymous() {
        var port = CONTEXT.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    private static ConfigurableApplicationContext start() {
        var context = CommandService.application()
                .sources(Tokens.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.mongodb.uri=" + SharedMongod.connectionString(),
                        "--casebook.database=" + DATABASE,
                        "--casebook.personal-data.master-key=" + MasterKey.generate());
        registerStations(context);
        return context;
    }

    private static void registerStations(ConfigurableApplicationContext context) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        for (var code : List.of("VN-09-TAN-THANH", "VN-09-CHI-MA", "VN-22-NAM-CAN")) {
            WebTestClient.bindToServer()
                    .baseUrl("http://127.0.0.1:" + port)
                    .build()
                    .put()
                    .uri("/api/v1/stations/" + code)
                    .header("Authorization", "Bearer " + token(Role.ADMIN, null, null))
                    .header("Content-Type", "application/json")
                    .bodyValue("{\"name\": \"Tân Thanh\", \"province\": \"" + code.substring(0, 5)
                            + "\", \"country\": \"VN\"}")
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }
    }

    private static String token(Role role, @Nullable String station, @Nullable String province) {
        var claims = new JWTClaimsSet.Builder()
                .subject("officer")
                .claim("name", "Officer " + role)
                .claim("roles", List.of(role.name()))
                .claim("station", station)
                .claim("province", province)
                .expirationTime(Date.from(Instant.now().plusSeconds(3600)))
                .build();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), claims);
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Tokens {
        @Bean
        ReactiveJwtDecoder decoder() throws JOSEException {
            return NimbusReactiveJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
        }
    }
}
