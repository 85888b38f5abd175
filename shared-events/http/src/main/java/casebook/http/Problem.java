package casebook.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/**
 * A refusal as RFC 9457 words it, before it is put into the caller's language.
 *
 * @param slug last segment of the problem type; keys {@code problem.<slug>.title} and {@code problem.<slug>.detail} of its messages
 * @param extensions further members of the answer
 * @param arguments of the detail message
 */
public record Problem(
        String slug, HttpStatus status, List<Fault> faults, Map<String, Object> extensions, List<Object> arguments) {

    public Problem {
        faults = List.copyOf(faults);
        extensions = Map.copyOf(extensions);
    }

    public static Problem of(String slug, HttpStatus status, Object... arguments) {
        return new Problem(slug, status, List.of(), Map.of(), List.of(arguments));
    }

    public static Problem invalid(List<Fault> faults) {
        return new Problem("invalid-request", HttpStatus.BAD_REQUEST, faults, Map.of(), List.of());
    }

    public static Problem invalid(Fault... faults) {
        return invalid(List.of(faults));
    }

    /** The answer for what does not exist, and for what does not exist for this caller: the two cannot be told apart. */
    public static Problem notFound() {
        return of("not-found", HttpStatus.NOT_FOUND);
    }

    public static Problem forbidden() {
        return of("forbidden", HttpStatus.FORBIDDEN);
    }

    /** With faults that say more. */
    public Problem having(Fault... named) {
        return new Problem(slug, status, List.of(named), extensions, arguments);
    }

    public Problem with(String member, Object value) {
        var more = new TreeMap<>(extensions);
        more.put(member, value);
        return new Problem(slug, status, faults, more, arguments);
    }
}
