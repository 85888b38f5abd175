package casebook.http.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.http.Caller;
import casebook.http.NotConfigured;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.impl.EdDSAProvider;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is believed of tokens, against a real issuer. */
class TokensTest {

    private static Issuer issuer;
    private static ConfigurableApplicationContext service;
    private static WebTestClient client;
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @BeforeAll
    static void start() {
        issuer = new Issuer();
        service = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.REACTIVE)
                .run(
                        "--spring.config.name=edge",
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--spring.messages.basename=messages/problems",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.address(),
                        "--spring.security.oauth2.resourceserver.jwt.audiences=" + Issuer.AUDIENCE);
        client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(30))
                .build();
        LOG.start();
        var log = (Logger) LoggerFactory.getLogger("casebook.http.Unauthenticated");
        log.setLevel(Level.INFO);
        log.addAppender(LOG);
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    @Test
    void aStationsMachineClientIsWhomItsClaimsName() throws Exception {
        accepted(issuer.token());
    }

    @Test
    void theThreeKindsOfSignatureAreBelieved() throws Exception {
        var keys = issuer.keys();
        accepted(signed(header(JWSAlgorithm.RS256, keys.rsa().getKeyID()), valid(), new RSASSASigner(keys.rsa())));
        accepted(signed(header(JWSAlgorithm.ES256, keys.ec().getKeyID()), valid(), new ECDSASigner(keys.ec())));
        accepted(signed(header(JWSAlgorithm.EdDSA, keys.edwards().getKeyID()), valid(), new EdwardsSigner(keys)));
    }

    @Test
    void aClockThatIsALittleOffDoesNotMatter() throws Exception {
        accepted(rsa(claims().expirationTime(in(-10)).build()));
        accepted(rsa(claims().notBeforeTime(in(10)).build()));
    }

    /** At most two looks at the issuer in half a minute: the first, and the one for the new key. Unknown keys get none then. */
    @Test
    void aNewKeyOfTheIssuerIsFoundWhenItSigns() throws Exception {
        accepted(issuer.token());
        var old = rsa(valid());
        issuer.rotate();
        accepted(issuer.token());
        refused(old, "matching key");
    }

    static Stream<Arguments> bad() throws JOSEException {
        var keys = issuer.keys();
        var other = Issuer.Keys.generate();
        var rsa = keys.rsa().getKeyID();
        var publicKey = keys.rsa().toRSAPublicKey().getEncoded();
        return Stream.of(
                Arguments.of("of no form", "x.y", "Invalid JSON object"),
                Arguments.of("unsigned", new PlainJWT(valid()).serialize(), "Unsupported algorithm of none"),
                Arguments.of(
                        "signed with the public key as a secret",
                        signed(header(JWSAlgorithm.HS256, rsa), valid(), new MACSigner(publicKey)),
                        "Another algorithm expected"),
                Arguments.of(
                        "by an algorithm that is not believed",
                        signed(header(JWSAlgorithm.PS256, rsa), valid(), new RSASSASigner(keys.rsa())),
                        "Another algorithm expected"),
                Arguments.of(
                        "by another's key under a known name",
                        signed(header(JWSAlgorithm.RS256, rsa), valid(), new RSASSASigner(other.rsa())),
                        "Invalid signature"),
                Arguments.of(
                        "of another type",
                        signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID(rsa)
                                        .type(new JOSEObjectType("logout+jwt"))
                                        .build(),
                                valid(),
                                new RSASSASigner(keys.rsa())),
                        "not allowed"),
                Arguments.of("expired", rsa(claims().expirationTime(in(-60)).build()), "expired"),
                Arguments.of("without an end", rsa(claims().expirationTime(null).build()), "exp"),
                Arguments.of("of the future", rsa(claims().notBeforeTime(in(60)).build()), "before"),
                Arguments.of(
                        "of another issuer",
                        rsa(claims().issuer("https://evil.example").build()),
                        "iss"),
                Arguments.of("for somebody else", rsa(claims().audience("mail").build()), "aud"),
                Arguments.of("for nobody", rsa(claims().audience((String) null).build()), "aud"));
    }

    @ParameterizedTest(name = "a token {0}")
    @MethodSource("bad")
    void aBadTokenIsRefusedForAReasonThatTheLogAloneNames(String kind, String token, String reason) {
        refused(token, reason);
    }

    @Test
    void aServiceDoesNotStartWithoutAnIssuerAndAnAudience() {
        var unconfigured = new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TokenAutoConfiguration.class));
        unconfigured.run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(NotConfigured.class)
                .hasMessageContaining("issuer-uri"));
        unconfigured
                .withPropertyValues("spring.security.oauth2.resourceserver.jwt.issuer-uri=https://id.example")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(NotConfigured.class)
                        .hasMessageContaining("audiences"));
    }

    @Test
    void anIssuerThatCannotBeAskedIsNoFaultOfTheCaller() {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TokenAutoConfiguration.class))
                .withPropertyValues(
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1",
                        "spring.security.oauth2.resourceserver.jwt.audiences=casebook")
                .run(context -> assertThatThrownBy(() -> context.getBean(ReactiveJwtDecoder.class)
                                .decode(rsa(valid()))
                                .block())
                        .isInstanceOf(JwtException.class)
                        .isNotInstanceOf(BadJwtException.class));
    }

    private static void accepted(String token) {
        ask(token)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("Tân Thanh [STATION] " + Issuer.STATION + " VN-09");
    }

    private static void refused(String token, String reason) {
        LOG.list.clear();
        ask(token)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("A valid bearer token is needed.");
        assertThat(LOG.list)
                .singleElement()
                .satisfies(entry -> assertThat(entry.getFormattedMessage()).containsIgnoringCase(reason));
    }

    private static WebTestClient.ResponseSpec ask(String token) {
        return client.get()
                .uri("/who")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private static JWTClaimsSet valid() {
        return claims().build();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.address())
                .subject("u1")
                .audience(Issuer.AUDIENCE)
                .claim("name", "Tân Thanh")
                .claim("roles", List.of("STATION"))
                .claim("station", Issuer.STATION)
                .claim("province", "VN-09")
                .expirationTime(in(600));
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String key) {
        return new JWSHeader.Builder(algorithm).keyID(key).build();
    }

    private static String rsa(JWTClaimsSet claims) {
        try {
            var key = issuer.keys().rsa();
            return signed(header(JWSAlgorithm.RS256, key.getKeyID()), claims, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    /** By the JDK, as the library's own signer needs another library. */
    private static final class EdwardsSigner extends EdDSAProvider implements JWSSigner {

        private final byte[] key;

        EdwardsSigner(Issuer.Keys keys) {
            this.key = keys.edwards().getDecodedD();
        }

        @Override
        public Base64URL sign(JWSHeader header, byte[] input) {
            try {
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key)));
                signature.update(input);
                return Base64URL.encode(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Controller.class)
    static class Service {}

    @RestController
    static class Controller {

        @GetMapping("/who")
        String who(@AuthenticationPrincipal Caller caller) {
            return caller.name() + " " + caller.roles() + " " + caller.station() + " " + caller.province();
        }
    }
}
