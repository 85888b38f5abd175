package casebook.standalone;

import com.nimbusds.jose.JOSEException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Both services believe the demo issuer's tokens, as elsewhere they believe those of an OpenID Connect issuer. */
@Configuration(proxyBeanMethods = false)
class DemoDecoder {

    @Bean
    ReactiveJwtDecoder decoder(DemoKey key) throws JOSEException {
        var decoder = NimbusReactiveJwtDecoder.withPublicKey(key.key().toRSAPublicKey())
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(DemoTokens.ISSUER));
        return decoder;
    }
}
