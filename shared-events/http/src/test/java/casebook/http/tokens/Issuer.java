package casebook.http.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import tools.jackson.databind.json.JsonMapper;

/** Spring Authorization Server on the loopback, with a machine client for a station. */
final class Issuer implements AutoCloseable {

    static final String STATION = "VN-09-TAN-THANH";
    static final String AUDIENCE = "casebook";

    private static volatile Keys keys = Keys.generate();

    private final ConfigurableApplicationContext server = new SpringApplicationBuilder(Server.class)
            .web(WebApplicationType.SERVLET)
            .run(
                    "--spring.config.name=issuer",
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--spring.main.banner-mode=off");

    /** What the tokens name it by. */
    String address() {
        return "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port");
    }

    Keys keys() {
        return keys;
    }

    /** From now on other keys are published, and sign. */
    void rotate() {
        keys = Keys.generate();
    }

    /** What the station's client gets for its secret. */
    String token() throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString("tan-thanh:secret".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(address() + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JsonMapper.shared().readTree(answer).get("access_token").asString();
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** One key of each kind that is believed. */
    record Keys(RSAKey rsa, ECKey ec, OctetKeyPair edwards) {

        static Keys generate() {
            try {
                return new Keys(
                        new RSAKeyGenerator(2048).keyID(id()).generate(),
                        new ECKeyGenerator(Curve.P_256).keyID(id()).generate(),
                        edwardsKey());
            } catch (JOSEException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String id() {
            return UUID.randomUUID().toString();
        }

        private static OctetKeyPair edwardsKey() throws GeneralSecurityException {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var publicKey = pair.getPublic().getEncoded();
            var privateKey = pair.getPrivate().getEncoded();
            return new OctetKeyPair.Builder(
                            Curve.Ed25519,
                            Base64URL.encode(Arrays.copyOfRange(publicKey, publicKey.length - 32, publicKey.length)))
                    .d(Base64URL.encode(Arrays.copyOfRange(privateKey, privateKey.length - 32, privateKey.length)))
                    .keyID(id())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Server {

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("tan-thanh")
                    .clientId("tan-thanh")
                    .clientSecret("{noop}secret")
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .build());
        }

        @Bean
        JWKSource<SecurityContext> published() {
            return (selector, context) -> selector.select(new JWKSet(List.of(keys.rsa(), keys.ec(), keys.edwards())));
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
                context.getClaims()
                        .audience(List.of(AUDIENCE))
                        .claim("name", "Tân Thanh")
                        .claim("roles", List.of("STATION"))
                        .claim("station", STATION)
                        .claim("province", "VN-09");
            };
        }
    }
}
