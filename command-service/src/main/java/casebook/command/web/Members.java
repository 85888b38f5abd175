package casebook.command.web;

import casebook.events.CurrencyCode;
import casebook.events.Money;
import casebook.events.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the members of one JSON object and adds each fault to the {@link Faults}, named by its pointer. A member that is absent or null is
 * null; a required one that is missing is a fault and comes back as a stand-in.
 */
public final class Members {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final OffsetDateTime SOME_TIME = OffsetDateTime.parse("2000-01-01T00:00:00Z");
    private static final int MIN_YEAR = 1900;
    private static final int MAX_YEAR = 2100;
    /** A number of more digits is a fault, whatever its member takes; it bounds the work on huge exponents. */
    private static final int MAX_NUMBER_DIGITS = 40;

    private final JsonNode object;
    private final String pointer;
    private final Faults faults;
    private final Set<String> read = new HashSet<>();

    private Members(JsonNode object, String pointer, Faults faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** The members of a value that has to be an object; where it is none, that is the fault and it counts as empty. */
    public static Members of(JsonNode node, String pointer, Faults faults) {
        if (node.isObject()) {
            return new Members(node, pointer, faults);
        }
        faults.add(pointer, "not-an-object");
        return new Members(JsonNodeFactory.instance.objectNode(), pointer, new Faults());
    }

    public Faults faults() {
        return faults;
    }

    public String pointer(String member) {
        return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    public void fault(String member, String code, Object... arguments) {
        faults.add(pointer(member), code, arguments);
    }

    /** See {@link Faults#addLater}. */
    public void laterFault(String member, String code, Object... arguments) {
        faults.addLater(pointer(member), code, arguments);
    }

    public boolean isEmpty() {
        return object.isEmpty();
    }

    /** Whether the member stands in the object, be it as null. */
    public boolean has(String member) {
        read.add(member);
        return object.has(member);
    }

    public boolean isNull(String member) {
        return has(member) && object.get(member).isNull();
    }

    /** To be called last: every member that nobody asked for is a fault. */
    public void end() {
        for (var name : object.propertyNames()) {
            if (!read.contains(name)) {
                fault(name, "unknown-member");
            }
        }
    }

    public @Nullable String text(String member) {
        return read(member, node -> {
            if (!node.isString()) {
                fault(member, "not-text");
                return null;
            }
            if (node.stringValue().isBlank()) {
                fault(member, "blank");
                return null;
            }
            return node.stringValue();
        });
    }

    public String requiredText(String member) {
        return required(member, text(member), "");
    }

    /** A list of texts, each once. */
    public @Nullable List<String> texts(String member) {
        var texts = list(member, (node, at) -> {
            if (!node.isString() || node.stringValue().isBlank()) {
                faults.add(at, node.isString() ? "blank" : "not-text");
                return null;
            }
            return node.stringValue();
        });
        return texts == null ? null : texts.stream().distinct().toList();
    }

    /** A truth value; false where it is absent. */
    public boolean flag(String member) {
        Boolean value = read(member, node -> {
            if (!node.isBoolean()) {
                fault(member, "not-a-flag");
                return null;
            }
            return node.booleanValue();
        });
        return value != null && value;
    }

    public boolean isEmptyList(String member) {
        return has(member) && object.get(member).isArray() && object.get(member).isEmpty();
    }

    /** A member that is read as its reader knows. */
    public <T> @Nullable T value(String member, ElementReader<T> reader) {
        return read(member, node -> reader.read(node, pointer(member)));
    }

    /** Adds a fault if the member is absent or null. */
    public void require(String member) {
        if (!has(member) || isNull(member)) {
            fault(member, "required");
        }
    }

    public @Nullable UUID uuid(String member) {
        return parsed(member, "not-a-uuid", Resources::isId, UUID::fromString);
    }

    public <T> @Nullable T code(String member, Predicate<String> form, Function<String, T> constructor) {
        return parsed(member, "not-a-code", form, constructor);
    }

    public <E extends Enum<E>> @Nullable E choice(String member, Class<E> type) {
        return read(member, node -> choice(node, pointer(member), type));
    }

    public <E extends Enum<E>> E requiredChoice(String member, Class<E> type) {
        return required(member, choice(member, type), type.getEnumConstants()[0]);
    }

    public <E extends Enum<E>> @Nullable List<E> choices(String member, Class<E> type) {
        var chosen = list(member, (node, at) -> choice(node, at, type));
        return chosen == null ? null : chosen.stream().distinct().toList();
    }

    private <E extends Enum<E>> @Nullable E choice(JsonNode node, String at, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (node.isString() && constant.name().equals(node.stringValue())) {
                return constant;
            }
        }
        faults.add(at, "not-one-of", String.join(", ", names(type)));
        return null;
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    public @Nullable OffsetDateTime time(String member) {
        return read(member, node -> {
            var time = node.isString() ? timeOf(node.stringValue()) : null;
            if (time == null || time.getYear() < MIN_YEAR || time.getYear() > MAX_YEAR) {
                fault(member, "not-a-time");
                return null;
            }
            return time;
        });
    }

    private static @Nullable OffsetDateTime timeOf(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    public OffsetDateTime requiredTime(String member) {
        return required(member, time(member), SOME_TIME);
    }

    public @Nullable Instant instant(String member) {
        var time = time(member);
        return time == null ? null : time.toInstant();
    }

    public @Nullable LocalDate date(String member) {
        return read(member, node -> {
            var date = node.isString() ? dateOf(node.stringValue()) : null;
            if (date == null || date.getYear() < MIN_YEAR || date.getYear() > MAX_YEAR) {
                fault(member, "not-a-date");
                return null;
            }
            return date;
        });
    }

    private static @Nullable LocalDate dateOf(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    public @Nullable Integer count(String member, int max) {
        return read(member, node -> count(node, pointer(member), 0, max));
    }

    public @Nullable Integer number(String member, int min, int max) {
        return read(member, node -> count(node, pointer(member), min, max));
    }

    /** A whole number in a range, whose own pointer is {@code at}. */
    public @Nullable Integer count(JsonNode node, String at, int min, int max) {
        var value = node.isNumber() ? bounded(node) : null;
        if (value != null && value.stripTrailingZeros().scale() <= 0) {
            BigInteger whole = value.toBigInteger();
            if (whole.compareTo(BigInteger.valueOf(min)) >= 0 && whole.compareTo(BigInteger.valueOf(max)) <= 0) {
                return whole.intValue();
            }
        }
        faults.add(at, "not-a-count", String.valueOf(min), String.valueOf(max));
        return null;
    }

    public @Nullable Quantity quantity(String member) {
        var value = decimal(member, Quantity.INTEGER_DIGITS, Quantity.FRACTION_DIGITS);
        return value == null ? null : new Quantity(value);
    }

    public Quantity requiredQuantity(String member) {
        return required(member, quantity(member), new Quantity(BigDecimal.ZERO));
    }

    public @Nullable Money money(String member) {
        return object(member, money -> {
            var amount = money.required(
                    "amount", money.decimal("amount", Money.INTEGER_DIGITS, Money.FRACTION_DIGITS), BigDecimal.ZERO);
            var currency = money.required(
                    "currency",
                    money.code("currency", CurrencyCode::isValid, CurrencyCode::new),
                    new CurrencyCode("XXX"));
            return new Money(amount, currency);
        });
    }

    /** An exact decimal that is not negative, as a string or a number, without grouping and, in a string, without an exponent. */
    public @Nullable BigDecimal decimal(String member, int integerDigits, int fractionDigits) {
        return read(member, node -> {
            var value = decimalOf(node);
            if (value == null || value.signum() < 0) {
                fault(member, "not-a-decimal");
                return null;
            }
            if (value.scale() > fractionDigits || value.precision() - value.scale() > integerDigits) {
                fault(member, "too-many-digits", String.valueOf(integerDigits), String.valueOf(fractionDigits));
                return null;
            }
            return value;
        });
    }

    /** A number that may be negative, such as a coordinate; no text. */
    public @Nullable BigDecimal signed(String member, Predicate<BigDecimal> range) {
        return read(member, node -> {
            if (!node.isNumber()) {
                fault(member, "not-a-number");
                return null;
            }
            var value = bounded(node);
            if (value == null || !range.test(value)) {
                fault(member, "out-of-range");
                return null;
            }
            return value;
        });
    }

    private static @Nullable BigDecimal decimalOf(JsonNode node) {
        if (node.isString()) {
            var text = node.stringValue();
            return text.length() <= MAX_NUMBER_DIGITS && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
        }
        return node.isNumber() ? bounded(node) : null;
    }

    private static @Nullable BigDecimal bounded(JsonNode node) {
        var value = node.decimalValue();
        return value.precision() <= MAX_NUMBER_DIGITS && Math.abs(value.scale()) <= MAX_NUMBER_DIGITS ? value : null;
    }

    public <T> @Nullable T object(String member, Function<Members, T> reader) {
        return read(member, node -> {
            var members = of(node, pointer(member), faults);
            var value = reader.apply(members);
            members.end();
            return node.isObject() ? value : null;
        });
    }

    /** A list; null only where the member is absent or null. */
    public <T> @Nullable List<T> list(String member, ElementReader<T> reader) {
        return read(member, node -> {
            if (!node.isArray()) {
                fault(member, "not-a-list");
                return List.of();
            }
            var elements = new ArrayList<T>();
            for (int i = 0; i < node.size(); i++) {
                var element = reader.read(node.get(i), pointer(member) + "/" + i);
                if (element != null) {
                    elements.add(element);
                }
            }
            return elements;
        });
    }

    /** A list of objects. */
    public <T> @Nullable List<T> objects(String member, IndexedReader<T> reader) {
        var at = new int[1];
        return list(member, (node, elementPointer) -> {
            var members = of(node, elementPointer, faults);
            var value = reader.read(members, at[0]++);
            members.end();
            return value;
        });
    }

    /** The names and values of an object whose names are codes of an enum. */
    public <E extends Enum<E>> @Nullable Map<E, Integer> counts(String member, Class<E> type, int max) {
        return object(member, members -> {
            var counts = new EnumMap<E, Integer>(type);
            for (var constant : type.getEnumConstants()) {
                var count = members.count(constant.name(), max);
                if (count != null && count > 0) {
                    counts.put(constant, count);
                }
            }
            return counts;
        });
    }

    /** The value, or a fault and the stand-in where the member is absent or null. */
    public <T> T required(String member, @Nullable T value, T standIn) {
        if (value == null) {
            require(member);
        }
        return Objects.requireNonNullElse(value, standIn);
    }

    private <T> @Nullable T parsed(
            String member, String fault, Predicate<String> form, Function<String, T> constructor) {
        return read(member, node -> {
            if (!node.isString() || !form.test(node.stringValue())) {
                fault(member, fault);
                return null;
            }
            return constructor.apply(node.stringValue());
        });
    }

    private <T> @Nullable T read(String member, Function<JsonNode, @Nullable T> reader) {
        read.add(member);
        var node = object.get(member);
        return node == null || node.isNull() ? null : reader.apply(node);
    }

    /** Reads one element of a list. */
    @FunctionalInterface
    public interface ElementReader<T> {
        @Nullable
        T read(JsonNode node, String pointer);
    }

    /** Reads one object of a list. */
    @FunctionalInterface
    public interface IndexedReader<T> {
        T read(Members members, int index);
    }
}
