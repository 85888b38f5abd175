package casebook.query.stream.web;

import casebook.http.Caller;
import casebook.http.Fault;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import casebook.query.platform.Parameters;
import casebook.query.stream.ChangeView;
import casebook.query.stream.Changes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Server-sent events of what changes. */
@RestController
class StreamController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Changes changes;

    StreamController(Changes changes) {
        this.changes = changes;
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Each change as it is projected, as far as the caller may see it",
            description =
                    "The id is the position after the event. A comment comes every 15 seconds. Without a position it begins now")
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
    Flux<ServerSentEvent<ChangeView>> stream(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var parameters = Parameters.of(exchange);
        var after = parameters.one("after", "position", Parameters::position);
        var until = parameters.one("until", "position", Parameters::position);
        parameters.check();
        return lastEvent(exchange)
                .or(() -> after)
                .map(Mono::just)
                .orElseGet(changes::position)
                .flatMapMany(position -> until.map(end -> changes.between(position, end, caller))
                        .orElseGet(() -> changes.after(position, caller)))
                .map(StreamController::event)
                .transform(events -> until.isPresent() ? events : withHeartbeats(events));
    }

    private static Optional<Long> lastEvent(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(LAST_EVENT_ID))
                .map(header -> Parameters.position(header)
                        .orElseThrow(() ->
                                new ProblemException(Problem.invalid(Fault.parameter(LAST_EVENT_ID, "position")))));
    }

    private static ServerSentEvent<ChangeView> event(ChangeView change) {
        return ServerSentEvent.builder(change)
                .id(Long.toString(change.position()))
                .event(change.type())
                .build();
    }

    /** So that both sides notice when the line is gone. */
    private static Flux<ServerSentEvent<ChangeView>> withHeartbeats(Flux<ServerSentEvent<ChangeView>> events) {
        var beat = ServerSentEvent.<ChangeView>builder().comment("").build();
        return events.publish(shared -> Flux.merge(
                shared,
                Flux.interval(Duration.ZERO, HEARTBEAT)
                        .onBackpressureDrop()
                        .map(_ -> beat)
                        .takeUntilOther(shared.ignoreElements())));
    }
}
