package casebook.standalone;

import casebook.http.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs tokens for whoever asks: for trying Casebook out, on one machine. */
final class DemoTokens {

    static final String ISSUER = "https://casebook.example/demo";
    static final Duration LIFE = Duration.ofHours(1);

    private final DemoKey key;
    private final Clock clock;

    DemoTokens(DemoKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    String sign(Role role, @Nullable String station, @Nullable String province, String name) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(name)
                .claim("name", name)
                .claim("roles", List.of(role.name()))
                .claim("station", station)
                .claim("province", province)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.key().getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
