package casebook.query.stream.web;

import casebook.http.CallerAuthentication;
import casebook.http.Fault;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import casebook.http.tokens.TokenProperties;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import casebook.query.stream.ChangeView;
import casebook.query.stream.Changes;
import casebook.query.stream.StreamProperties;
import casebook.query.stream.Wish;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Server-sent events of what changes. */
@RestController
class StreamController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Changes changes;
    private final StreamProperties properties;
    private final TokenProperties tokens;

    StreamController(Changes changes, StreamProperties properties, TokenProperties tokens) {
        this.changes = changes;
        this.properties = properties;
        this.tokens = tokens;
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Each change as it is projected, as far as the caller may see it",
            description =
                    "The id is the position after the event. Without a position it begins now. A comment with the position reached comes first, and after"
                            + " 15 seconds without another word. Where the service ends it, the last event is `end`, with `{position, reason}`: `slow`,"
                            + " `expired` (the token) or `closing`; its id, too, is where to go on")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            array = @ArraySchema(schema = @Schema(implementation = ChangeView.class))))
    @ApiResponse(
            responseCode = "429",
            description = "The account listens as often as it may already",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "503",
            description = "There are as many listeners as there may be",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @Parameter(
            in = ParameterIn.HEADER,
            name = LAST_EVENT_ID,
            description = "The position after which to go on",
            schema = @Schema(type = "integer"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "after",
            description = "The same, for who cannot set the header",
            schema = @Schema(type = "integer"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "until",
            description = "A position at which to end",
            schema = @Schema(type = "integer"))
    Mono<Void> stream(@Parameter(hidden = true) CallerAuthentication authentication, ServerWebExchange exchange) {
        var caller = authentication.getPrincipal();
        caller.require(Role.values());
        var parameters = Parameters.of(exchange);
        var after = parameters.one("after", "position", Parameters::position);
        var until = parameters.one("until", "position", Parameters::position).orElse(Long.MAX_VALUE);
        parameters.check();
        var expiry = authentication.expiry();
        var believedUntil = expiry == null ? null : expiry.plus(tokens.clockSkew());
        var named = lastEvent(exchange).or(() -> after);
        return changes.position(PositionedReads.minPosition(exchange)).flatMap(position -> {
            exchange.getResponse().getHeaders().set(PositionedReads.POSITION, Long.toString(position));
            return tell(new Wish(caller, named.orElse(position), named.isPresent(), until, believedUntil), exchange);
        });
    }

    private Mono<Void> tell(Wish wish, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        var line = NettyLine.of(exchange.getRequest(), properties.patience().multipliedBy(2));
        return Mono.using(
                () -> changes.open(wish, line),
                listener -> {
                    response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
                    response.getHeaders().set(HttpHeaders.CONNECTION, "close");
                    return response.writeAndFlushWith(changes.tell(listener, response.bufferFactory()::wrap));
                },
                changes::close);
    }

    private static Optional<Long> lastEvent(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(LAST_EVENT_ID))
                .map(header -> Parameters.position(header)
                        .orElseThrow(() ->
                                new ProblemException(Problem.invalid(Fault.parameter(LAST_EVENT_ID, "position")))));
    }
}
