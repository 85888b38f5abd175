package casebook.http.tokens;

import casebook.http.NotConfigured;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Believes the tokens of one issuer. In place of Spring Boot's decoder, which trusts whatever kinds of signature the issuer's keys were
 * fit for when they were first read, knows no EdDSA, and asks for no audience unless told to.
 */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties({OAuth2ResourceServerProperties.class, TokenProperties.class})
public class TokenAutoConfiguration {

    private static final String PREFIX = "spring.security.oauth2.resourceserver.jwt.";

    /** For so long tokens are still believed by the keys that are known while the issuer cannot be asked. */
    private static final Duration OUTAGE = Duration.ofHours(4);

    /** @throws NotConfigured if no issuer is named, or not for whom its tokens must be */
    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder jwtDecoder(OAuth2ResourceServerProperties server, TokenProperties properties) {
        var jwt = server.getJwt();
        if (jwt.getIssuerUri() == null || jwt.getIssuerUri().isBlank()) {
            throw new NotConfigured(
                    "There is no issuer of bearer tokens.",
                    "Set " + PREFIX + "issuer-uri to an OpenID Connect issuer.");
        }
        if (jwt.getAudiences().isEmpty()) {
            throw new NotConfigured(
                    "It is not said for whom bearer tokens must have been issued.",
                    "Set " + PREFIX + "audiences: a token is believed if its claim aud has one of them.");
        }
        var keys = JWKSourceBuilder.<SecurityContext>create(new IssuerKeys(jwt.getIssuerUri(), jwt.getJwkSetUri()))
                .outageTolerant(OUTAGE.toMillis())
                .build();
        var decoder = new NimbusReactiveJwtDecoder(new SignatureCheck(keys));
        decoder.setJwtValidator(validator(jwt.getIssuerUri(), jwt.getAudiences(), properties.clockSkew()));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(String issuer, List<String> audiences, Duration skew) {
        var times = new JwtTimestampValidator(skew);
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, given -> given != null && !Collections.disjoint(given, audiences)));
    }
}
