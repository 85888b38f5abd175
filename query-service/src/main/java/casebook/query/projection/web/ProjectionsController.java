package casebook.query.projection.web;

import casebook.http.Caller;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import casebook.query.projection.ProjectionStatus;
import casebook.query.projection.Projections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Looking after the projections, for ADMIN. */
@RestController
@RequestMapping("/api/v1/projections")
class ProjectionsController {

    private final Projections projections;

    ProjectionsController(Projections projections) {
        this.projections = projections;
    }

    @GetMapping
    Mono<List<ProjectionStatus>> all(@AuthenticationPrincipal Caller caller) {
        caller.require(Role.ADMIN);
        return blocking(projections::all);
    }

    @GetMapping("/{name}/rebuild")
    Mono<ProjectionStatus> progress(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
        caller.require(Role.ADMIN);
        return found(() -> projections.status(name));
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ProjectionStatus> rebuild(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
        caller.require(Role.ADMIN);
        return found(() -> projections.rebuild(name));
    }

    @PostMapping("/{name}/dead-letters")
    Mono<ProjectionStatus> processDeadLetters(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
        caller.require(Role.ADMIN);
        return found(() -> projections.processDeadLetters(name));
    }

    private static Mono<ProjectionStatus> found(Callable<Optional<ProjectionStatus>> task) {
        return blocking(task)
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(() -> new ProblemException(Problem.notFound())));
    }

    private static <T> Mono<T> blocking(Callable<T> task) {
        return Mono.fromCallable(task).subscribeOn(Schedulers.boundedElastic());
    }
}
