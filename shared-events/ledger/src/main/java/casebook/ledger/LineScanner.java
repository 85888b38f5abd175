package casebook.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Takes a line apart without a JSON parser: replays would spend a third of their time in one. It does not understand every line, but of
 * those that it does it gives what {@link LedgerLine#parse} would.
 */
final class LineScanner {

    private static final String NULL = "null";
    private static final String SECONDS = "0000-00-00T00:00:00";
    private static final String MILLIS = ".000";
    private static final String END_OF_TIME = "Z\"";
    private static final int MAX_DIGITS = 18;

    private final String line;
    private int at;
    private boolean plain = true;

    private LineScanner(String line) {
        this.line = line;
    }

    /** Null where the line is not written in the plainest form, or is none. */
    static @Nullable LedgerLine scan(String line) {
        LineScanner scanner = new LineScanner(line);
        LedgerLine scanned = new LedgerLine(
                scanner.number("{\"index\":"),
                scanner.text(",\"id\":"),
                scanner.text(",\"type\":"),
                scanner.text(",\"revision\":"),
                scanner.textOrNull(",\"aggregateType\":"),
                scanner.text(",\"aggregate\":"),
                scanner.number(",\"sequence\":"),
                scanner.time(",\"time\":\""),
                scanner.object(",\"metadata\":"),
                scanner.objectToEnd(",\"data\":"),
                line);
        return scanner.plain ? scanned : null;
    }

    private long number(String name) {
        skip(name);
        int from = at;
        while (at < line.length() && isDigit(line.charAt(at))) {
            at++;
        }
        int digits = at - from;
        require(digits > 0 && digits <= MAX_DIGITS && (digits == 1 || line.charAt(from) != '0'));
        return plain ? number(from, digits) : 0;
    }

    private @Nullable String textOrNull(String name) {
        skip(name);
        if (!line.startsWith(NULL, at)) {
            return text("");
        }
        skip(NULL);
        return null;
    }

    /** Text without escapes. */
    private String text(String name) {
        skip(name);
        skip("\"");
        int from = at;
        int to = line.indexOf('"', from);
        require(to >= 0 && line.indexOf('\\', from, Math.max(from, to)) < 0);
        if (!plain) {
            return "";
        }
        at = to + 1;
        return line.substring(from, to);
    }

    private Instant time(String name) {
        skip(name);
        int from = at;
        skipDigits(SECONDS);
        boolean whole = line.startsWith(END_OF_TIME, at);
        if (!whole) {
            skipDigits(MILLIS);
        }
        int end = at;
        skip(END_OF_TIME);
        try {
            return plain
                    ? Instant.ofEpochSecond(secondsAt(from), whole ? 0 : number(end - 3, 3) * 1_000_000)
                    : Instant.EPOCH;
        } catch (DateTimeException e) {
            plain = false;
            return Instant.EPOCH;
        }
    }

    private long secondsAt(int from) {
        return LocalDateTime.of(
                        (int) number(from, 4),
                        (int) number(from + 5, 2),
                        (int) number(from + 8, 2),
                        (int) number(from + 11, 2),
                        (int) number(from + 14, 2),
                        (int) number(from + 17, 2))
                .toEpochSecond(ZoneOffset.UTC);
    }

    private String object(String name) {
        skip(name);
        int from = at;
        require(line.startsWith("{", at));
        int depth = 0;
        do {
            depth += step();
        } while (plain && depth > 0);
        return plain ? line.substring(from, at) : "";
    }

    /** Over a character, or a whole text, and by how much deeper that is in objects and arrays. */
    private int step() {
        require(at < line.length());
        if (!plain) {
            return 0;
        }
        return switch (line.charAt(at++)) {
            case '{', '[' -> 1;
            case '}', ']' -> -1;
            case '"' -> {
                skipText();
                yield 0;
            }
            default -> 0;
        };
    }

    /** From behind the opening quote to behind the closing one. */
    private void skipText() {
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private String objectToEnd(String name) {
        skip(name);
        require(line.startsWith("{", at) && line.endsWith("}}"));
        return plain ? line.substring(at, line.length() - 1) : "";
    }

    private void skip(String expected) {
        require(line.startsWith(expected, at));
        at += expected.length();
    }

    /** A zero in the pattern stands for any digit. */
    private void skipDigits(String pattern) {
        require(at + pattern.length() <= line.length());
        for (int i = 0; plain && i < pattern.length(); i++) {
            char found = line.charAt(at + i);
            require(pattern.charAt(i) == '0' ? isDigit(found) : found == pattern.charAt(i));
        }
        at += pattern.length();
    }

    private void require(boolean holds) {
        plain &= holds;
    }

    private long number(int from, int digits) {
        long number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + line.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
