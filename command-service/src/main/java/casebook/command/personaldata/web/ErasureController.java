package casebook.command.personaldata.web;

import casebook.command.handling.Terms;
import casebook.command.personaldata.ErasureDesk;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.command.web.Resources;
import casebook.command.web.StrictJson;
import casebook.command.web.VirtualThreads;
import casebook.command.web.WriteRequest;
import casebook.events.SubjectId;
import casebook.http.Caller;
import casebook.http.CallerLanguage;
import casebook.http.ProblemJson;
import casebook.http.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Erases what names a person. */
@RestController
class ErasureController {

    private final ErasureDesk desk;
    private final ProblemJson problems;

    ErasureController(ErasureDesk desk, ProblemJson problems) {
        this.desk = desk;
        this.problems = problems;
    }

    @Operation(
            summary =
                    "Destroys the key of a person's data: name and papers are gone for good, history and figures stay",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject("{\"reason\": \"five years after the closing\"}"))))
    @DeleteMapping("/api/v1/subjects/{id}/personal-data")
    Mono<ResponseEntity<Receipt>> erase(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(Role.ADMIN);
        var person = new SubjectId(Resources.id(id));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.erase(person, body, terms))
                .map(Receipts::ok);
    }

    @Operation(
            summary =
                    "Confirms several proposals of retention: each person is erased or refused, and each outcome named",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"subjects\": [\"0197c0de-0000-7000-8000-000000000001\"], \"reason\": \"five years after the closing\"}"))))
    @PostMapping("/api/v1/erasures")
    Mono<ResponseEntity<List<ErasureOutcome>>> eraseAll(
            @AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.ADMIN);
        var language = CallerLanguage.of(exchange);
        var terms = Terms.of(caller);
        return StrictJson.optionalBody(exchange.getRequest())
                .flatMap(body -> VirtualThreads.call(() -> desk.eraseAll(body, terms)))
                .map(erasures -> erasures.stream()
                        .map(one -> ErasureOutcome.of(one, problem -> problems.render(problem, language)))
                        .toList())
                .map(ErasureController::answer);
    }

    /** At the last position, if anybody was erased. */
    private static ResponseEntity<List<ErasureOutcome>> answer(List<ErasureOutcome> outcomes) {
        var answer = ResponseEntity.ok();
        outcomes.stream()
                .map(ErasureOutcome::position)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(position -> answer.header(Receipts.POSITION, Long.toString(position)));
        return answer.body(outcomes);
    }
}
