package casebook.command.incident.web;

import casebook.command.handling.Terms;
import casebook.command.incident.IncidentDesk;
import casebook.command.web.ArrivingBody;
import casebook.command.web.VirtualThreads;
import casebook.http.Caller;
import casebook.http.CallerLanguage;
import casebook.http.Problem;
import casebook.http.ProblemJson;
import casebook.http.ProblemResponses;
import casebook.http.Role;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files many incidents from one stream. Lines are filed side by side, results go out in the order of the lines; memory is bounded by what is under way. Where the ledger
 * or the database gives no answer the stream breaks off without a result for that line: the file is to be sent again.
 */
@RestController
class BatchController {

    private static final int SIDE_BY_SIDE = 128;
    private static final int RESULTS_A_WRITE = 128;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(50);

    private final IncidentDesk desk;
    private final ProblemResponses problems;
    private final ProblemJson problemJson;
    private final JsonMapper json;
    private final Counter rejected;

    BatchController(
            IncidentDesk desk,
            ProblemResponses problems,
            ProblemJson problemJson,
            JsonMapper json,
            MeterRegistry metrics) {
        this.desk = desk;
        this.problems = problems;
        this.problemJson = problemJson;
        this.json = json;
        this.rejected = Counter.builder("casebook.batch.rejected")
                .description("Lines of batches that were rejected")
                .register(metrics);
    }

    @PostMapping(path = "/api/v1/incidents/batch", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<Void> ndjson(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return file(caller, exchange, new NdjsonFormat());
    }

    @PostMapping(path = "/api/v1/incidents/batch", consumes = "text/csv")
    Mono<Void> csv(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return file(caller, exchange, new CsvFormat());
    }

    private Mono<Void> file(Caller caller, ServerWebExchange exchange, BatchFormat format) {
        caller.require(Role.STATION, Role.COMMAND, Role.ADMIN);
        var language = CallerLanguage.of(exchange);
        return Mono.using(
                () -> new ArrivingBody(exchange.getRequest().getBody()),
                body -> VirtualThreads.call(() -> open(format, body)).flatMap(entries -> {
                    var turns = new Turns();
                    var results = entries(entries)
                            .flatMapSequential(entry -> file(entry, turns, caller, language), SIDE_BY_SIDE, 1);
                    return write(results, exchange.getResponse());
                }),
                ArrivingBody::close);
    }

    private static BatchFormat.Entries open(BatchFormat format, InputStream in) {
        try {
            return format.open(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on a thread of its own that may block. */
    private static Flux<BatchEntry> entries(BatchFormat.Entries entries) {
        return Flux.<BatchEntry>generate(sink -> {
                    try {
                        var entry = entries.next();
                        if (entry == null) {
                            sink.complete();
                        } else {
                            sink.next(entry);
                        }
                    } catch (IOException e) {
                        sink.error(e);
                    }
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<BatchLine> file(BatchEntry entry, Turns turns, Caller caller, Locale language) {
        return switch (entry) {
            case BatchEntry.Unreadable(var line, var problem) -> Mono.just(reject(line, null, problem, language));
            case BatchEntry.Filing filing ->
                filing.id() == null
                        ? file(filing, caller, language)
                        : turns.take(filing.id().toLowerCase(Locale.ROOT), file(filing, caller, language));
        };
    }

    private Mono<BatchLine> file(BatchEntry.Filing filing, Caller caller, Locale language) {
        return VirtualThreads.call(() -> desk.file(filing.body(), true, Terms.of(caller)))
                .map(receipt -> BatchLine.of(filing.line(), receipt))
                .onErrorResume(thrown -> {
                    var problem = problems.problemOf(thrown);
                    return problem.status().is5xxServerError()
                            ? Mono.error(thrown)
                            : Mono.just(reject(filing.line(), filing.id(), problem, language));
                });
    }

    private BatchLine reject(long line, @Nullable String id, Problem problem, Locale language) {
        rejected.increment();
        return BatchLine.rejected(line, id, problemJson.render(problem, language));
    }

    private Mono<Void> write(Flux<BatchLine> results, ServerHttpResponse response) {
        response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
        return response.writeAndFlushWith(results.bufferTimeout(RESULTS_A_WRITE, LONGEST_WAIT, true)
                .map(some -> Mono.just(buffer(some, response))));
    }

    private DataBuffer buffer(List<BatchLine> results, ServerHttpResponse response) {
        var bytes = new ByteArrayOutputStream(results.size() * 192);
        for (var result : results) {
            bytes.writeBytes(json.writeValueAsBytes(result));
            bytes.write('\n');
        }
        return response.bufferFactory().wrap(bytes.toByteArray());
    }
}
