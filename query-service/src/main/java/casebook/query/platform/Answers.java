package casebook.query.platform;

import casebook.http.Problem;
import casebook.http.ProblemException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** Shapes that all features answer in. */
public final class Answers {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Answers() {}

    /** What a path's id stands for; 404 where there is nothing, and for what cannot be an id, as for an id never given. */
    public static <T> Mono<T> found(String id, Function<UUID, Mono<T>> find) {
        return Mono.justOrEmpty(parse(id))
                .flatMap(find)
                .switchIfEmpty(Mono.error(() -> new ProblemException(Problem.notFound())));
    }

    /** With the version as a strong {@code ETag}. */
    public static <T> ResponseEntity<T> versioned(T body, long version) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
    }

    private static Optional<UUID> parse(String id) {
        return ID.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
