package casebook.query.platform;

import casebook.http.Fault;
import casebook.http.Problem;
import casebook.http.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/** The query parameters of a request as they are read one after the other; every bad one is named, at once, by {@link #check}. */
public final class Parameters {

    private static final int MAX_LIMIT = 1000;
    private static final int MAX_YEAR = 9999;

    private final MultiValueMap<String, String> values;
    private final List<Fault> faults = new ArrayList<>();

    private Parameters(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** What is named without a value has an empty one, as with an equals sign behind its name. */
    private static MultiValueMap<String, String> filled(Map<String, ? extends List<@Nullable String>> values) {
        var filled = new LinkedMultiValueMap<String, String>();
        values.forEach(
                (name, given) -> given.forEach(value -> filled.add(name, Objects.requireNonNullElse(value, ""))));
        return filled;
    }

    public static Parameters of(ServerWebExchange exchange) {
        return of(exchange.getRequest().getQueryParams());
    }

    public static Parameters of(Map<String, ? extends List<@Nullable String>> values) {
        return new Parameters(filled(values));
    }

    /** The parameter, unless it is absent or bad. To give it twice is a fault: one of the values would be passed over. */
    public <T> Optional<T> one(String name, String fault, Function<String, Optional<T>> parse) {
        return one(name, Fault.parameter(name, fault), parse);
    }

    private <T> Optional<T> one(String name, Fault fault, Function<String, Optional<T>> parse) {
        var text = values.getFirst(name);
        if (text == null) {
            return Optional.empty();
        }
        if (all(name).size() > 1) {
            reject(name, "repeated");
            return Optional.empty();
        }
        return parsed(parse.apply(text), fault);
    }

    /** A parameter that may be repeated, unless it is absent or bad. */
    public <T> Optional<T> several(String name, String fault, Function<List<String>, Optional<T>> parse) {
        var texts = all(name);
        return texts.isEmpty() ? Optional.empty() : parsed(parse.apply(texts), Fault.parameter(name, fault));
    }

    private <T> Optional<T> parsed(Optional<T> value, Fault fault) {
        if (value.isEmpty()) {
            faults.add(fault);
        }
        return value;
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Passes over parameters that mean nothing here, whatever they hold. */
    public void ignore(String... names) {
        Arrays.asList(names).forEach(values::remove);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The parameter; its absence is a fault too. */
    public <T> Optional<T> required(String name, String fault, Function<String, Optional<T>> parse) {
        if (!values.containsKey(name)) {
            reject(name, "missing");
        }
        return one(name, fault, parse);
    }

    /** A fault that shows only when other things are known. */
    public void reject(String name, String code, Object... arguments) {
        faults.add(Fault.parameter(name, code, arguments));
    }

    /** A fault unless a number lies between two others, both inclusive. */
    public void requireWithin(String name, long number, long least, long most) {
        if (number < least || number > most) {
            reject(name, "range", Long.toString(least), Long.toString(most));
        }
    }

    public Optional<String> text(String name) {
        return one(name, "blank", text -> Optional.of(text).filter(found -> !found.isBlank()));
    }

    /** A value whose constructor refuses what has not its form. */
    public <T> Optional<T> formed(String name, Function<String, T> constructor) {
        return one(name, "form", text -> attempt(() -> constructor.apply(text)));
    }

    public <E extends Enum<E>> Optional<E> code(String name, Class<E> type) {
        var known = List.of(type.getEnumConstants());
        var names = known.stream().map(Enum::name).collect(Collectors.joining(", "));
        return one(
                name,
                Fault.parameter(name, "unknown-code", names),
                text -> known.stream()
                        .filter(constant -> constant.name().equals(text))
                        .findFirst());
    }

    public Optional<Instant> instant(String name) {
        return one(name, "instant", Parameters::instantOf);
    }

    /** @param usual where the request names none */
    public int limit(int usual) {
        return one("limit", "limit", Parameters::limitOf).orElse(usual);
    }

    /** @throws ProblemException 400 with all the faults, if there are any */
    public void check() {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.invalid(faults));
        }
    }

    public static Optional<Boolean> booleanOf(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A ledger position: from 0 to 2^63-1. */
    public static Optional<Long> position(String text) {
        return text.matches("[0-9]{1,19}") ? attempt(() -> Long.parseLong(text)) : Optional.empty();
    }

    /** An instant of the years 1 to 9999. A plus sign that a client did not encode arrives as a space. */
    public static Optional<Instant> instantOf(String text) {
        return attempt(() -> OffsetDateTime.parse(text.replace(' ', '+')))
                .filter(time -> time.getYear() >= 1 && time.getYear() <= MAX_YEAR)
                .map(OffsetDateTime::toInstant);
    }

    private static Optional<Integer> limitOf(String text) {
        return position(text).filter(value -> value >= 1 && value <= MAX_LIMIT).map(Long::intValue);
    }

    private static <T> Optional<T> attempt(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (IllegalArgumentException | DateTimeException refused) {
            return Optional.empty();
        }
    }
}
