package casebook.query;

import casebook.http.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Bearer tokens of an issuer of our own. */
@TestConfiguration(proxyBeanMethods = false)
public class Tokens {

    private static final RSAKey KEY = key();

    @Bean
    ReactiveJwtDecoder jwtDecoder() throws JOSEException {
        return NimbusReactiveJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
    }

    public static String station(String code) {
        return of(Role.STATION.name(), code, null);
    }

    public static String command(String province) {
        return of(Role.COMMAND.name(), null, province);
    }

    public static String of(Role role) {
        return of(role.name(), null, null);
    }

    public static String withoutRole() {
        return of("NOBODY", null, null);
    }

    /** Of a command's officer of this name. */
    public static String command(String province, String name) {
        return of(Role.COMMAND.name(), null, province, name);
    }

    private static String of(String role, @Nullable String station, @Nullable String province) {
        return of(role, station, province, "Tran Thi B");
    }

    /** Of an analyst with an account of its own, to be believed until an instant. */
    public static String analyst(String subject, Instant expiry) {
        return signed(new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("roles", List.of(Role.ANALYST.name()))
                .expirationTime(Date.from(expiry))
                .build());
    }

    private static String of(String role, @Nullable String station, @Nullable String province, String name) {
        return signed(new JWTClaimsSet.Builder()
                .subject("user-1")
                .claim("name", name)
                .claim("roles", List.of(role))
                .claim("station", station)
                .claim("province", province)
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build());
    }

    private static String signed(JWTClaimsSet claims) {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
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
}
