package casebook.http.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.concurrent.Executors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Whether one of the issuer's keys signed a token. Its claims are judged elsewhere. */
final class SignatureCheck implements Converter<JWT, Mono<JWTClaimsSet>> {

    /** The issuer may have to be asked, which blocks. */
    private static final Scheduler THREADS =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "tokens");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    SignatureCheck(JWKSource<SecurityContext> keys) {
        processor.setJWSKeySelector(new TrustedKeys(keys));
        processor.setJWSVerifierFactory(new Verifiers());
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
    }

    @Override
    public Mono<JWTClaimsSet> convert(JWT token) {
        return Mono.fromCallable(() -> check(token)).subscribeOn(THREADS);
    }

    /**
     * @throws BadJwtException if it was not signed by the issuer
     * @throws JwtException if that cannot be told now
     */
    private JWTClaimsSet check(JWT token) {
        try {
            return processor.process(token, null);
        } catch (BadJOSEException e) {
            throw new BadJwtException(String.valueOf(e.getMessage()), e);
        } catch (RateLimitReachedException e) {
            throw new BadJwtException("No matching key, and the issuer was asked for new ones just now", e);
        } catch (JOSEException e) {
            throw new JwtException(String.valueOf(e.getMessage()), e);
        }
    }
}
