package casebook.http;

import casebook.http.limits.RequestRates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers who shows no token, or one that is not believed. Why it is not is for the log alone. */
final class Unauthenticated implements ServerAuthenticationEntryPoint {

    private static final Logger LOG = LoggerFactory.getLogger(Unauthenticated.class);
    private static final int LONGEST_REASON = 200;

    private final ProblemResponses problems;
    private final RequestRates rates;

    Unauthenticated(ProblemResponses problems, RequestRates rates) {
        this.problems = problems;
        this.rates = rates;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refusal) {
        try {
            rates.countStranger(exchange);
        } catch (ProblemException tooMany) {
            return problems.write(exchange, tooMany.problem());
        }
        if (!(refusal instanceof AuthenticationCredentialsNotFoundException)) {
            LOG.info("A token was refused: {}", reason(refusal));
        }
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problems.write(exchange, Problem.of("unauthenticated", HttpStatus.UNAUTHORIZED));
    }

    /** The reason may repeat what the caller has sent. */
    private static String reason(AuthenticationException refusal) {
        var reason = String.valueOf(refusal.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
