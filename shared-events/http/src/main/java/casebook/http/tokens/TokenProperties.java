package casebook.http.tokens;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are judged. Whose they are is said by Spring Boot's own properties of a resource server: the issuer, and for whom.
 *
 * @param clockSkew by how much the issuer's clock may differ from ours
 */
@ConfigurationProperties("casebook.tokens")
public record TokenProperties(@DefaultValue("30s") Duration clockSkew) {

    public TokenProperties {
        if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("casebook.tokens.clock-skew must be from 0 to 5 minutes");
        }
    }
}
