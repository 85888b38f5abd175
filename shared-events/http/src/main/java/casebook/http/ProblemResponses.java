package casebook.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The one place in which whatever was thrown becomes an answer: problem+json, without a word of the inside. */
public final class ProblemResponses implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

    private final ProblemJson json;
    private final JsonMapper mapper;
    private final Iterable<ProblemTranslator> translators;

    ProblemResponses(ProblemJson json, JsonMapper mapper, Iterable<ProblemTranslator> translators) {
        this.json = json;
        this.mapper = mapper;
        this.translators = translators;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(thrown);
        }
        if (thrown instanceof ErrorResponse standard) {
            standard.getHeaders()
                    .forEach((name, values) -> response.getHeaders().addAll(name, values));
        }
        return write(exchange, problemOf(thrown));
    }

    /** Answers a problem for which nothing was thrown. */
    Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var body = json.render(problem, CallerLanguage.of(exchange));
        if (problem.extensions().get("retryAfter") instanceof Integer seconds) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        body.put("instance", URI.create(exchange.getRequest().getPath().value()).getRawPath());
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(mapper.writeValueAsBytes(body))));
    }

    /** What a single request would have been answered for this. */
    public Problem problemOf(Throwable thrown) {
        if (thrown instanceof ProblemException refusal) {
            return refusal.problem();
        }
        for (var translator : translators) {
            var translated = translator.translate(thrown);
            if (translated.isPresent()) {
                return translated.get();
            }
        }
        if (thrown instanceof DataBufferLimitException) {
            return Problem.of("too-large", HttpStatus.CONTENT_TOO_LARGE);
        }
        if (thrown instanceof AuthenticationServiceException issuerSilent) {
            LOG.warn("Tokens cannot be verified now: {}", issuerSilent.getMessage());
            return ofStatus(HttpStatus.SERVICE_UNAVAILABLE);
        }
        if (thrown instanceof ErrorResponse standard) {
            return ofStatus(HttpStatus.resolve(standard.getStatusCode().value()));
        }
        LOG.error("A request failed", thrown);
        return ofStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static Problem ofStatus(@Nullable HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Problem.notFound();
            case METHOD_NOT_ALLOWED -> Problem.of("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED);
            case NOT_ACCEPTABLE -> Problem.of("not-acceptable", HttpStatus.NOT_ACCEPTABLE);
            case UNSUPPORTED_MEDIA_TYPE -> Problem.of("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            case CONTENT_TOO_LARGE -> Problem.of("too-large", HttpStatus.CONTENT_TOO_LARGE);
            case SERVICE_UNAVAILABLE -> Problem.of("unavailable", HttpStatus.SERVICE_UNAVAILABLE);
            case null -> Problem.of("internal", HttpStatus.INTERNAL_SERVER_ERROR);
            default ->
                status.is4xxClientError()
                        ? Problem.of("malformed", HttpStatus.BAD_REQUEST)
                        : Problem.of("internal", HttpStatus.INTERNAL_SERVER_ERROR);
        };
    }
}
