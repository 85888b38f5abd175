package casebook.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import casebook.ledger.CommitBytes.Part;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Sees at the bytes of a line, without parsing it, that it is about a certain event. It does not understand every line, but what it
 * says of those that it does is what {@link LedgerLine#parse} would.
 */
final class PlainLine {

    /** The answer where the line is about another event, or is not written in the plainest form. */
    static final long NOT_PLAIN = Long.MIN_VALUE;

    private static final byte[] INDEX = ascii("{\"index\":");
    private static final byte[] ID = ascii(",\"id\":\"");
    private static final byte[] TYPE = ascii(",\"type\":\"");
    private static final byte[] REVISION = ascii(",\"revision\":\"");
    private static final byte[] AGGREGATE_TYPE = ascii(",\"aggregateType\":");
    private static final byte[] NULL = ascii("null");
    private static final byte[] QUOTE = ascii("\"");
    private static final byte[] AGGREGATE = ascii(",\"aggregate\":\"");
    private static final byte[] SEQUENCE = ascii(",\"sequence\":");
    private static final byte[] TIME = ascii(",\"time\":\"");
    private static final byte[] END_OF_TIME = ascii("Z\",");
    private static final byte[] SECONDS = ascii("0000-00-00T00:00:00");
    private static final byte[] MILLIS = ascii(".000");
    private static final int MAX_DIGITS = 18;

    private final byte[] bytes;
    private final int end;
    private int at;

    private PlainLine(Part line) {
        this.bytes = line.bytes();
        this.at = line.from();
        this.end = line.from() + line.length();
    }

    /** The event's time in milliseconds since the epoch, or {@link #NOT_PLAIN}. */
    static long timeOf(Part line, long index, Part type, Part aggregate, long sequence) {
        PlainLine plain = new PlainLine(line);
        boolean same = plain.skips(INDEX)
                && plain.skips(index)
                && plain.skips(ID)
                && plain.skipsString()
                && plain.skips(TYPE)
                && plain.skipsString(type)
                && plain.skips(REVISION)
                && plain.skipsString()
                && plain.skips(AGGREGATE_TYPE)
                && (plain.skips(NULL) || plain.skips(QUOTE) && plain.skipsString())
                && plain.skips(AGGREGATE)
                && plain.skipsString(aggregate)
                && plain.skips(SEQUENCE)
                && plain.skips(sequence)
                && plain.skips(TIME);
        return same ? plain.time() : NOT_PLAIN;
    }

    private boolean skips(byte[] expected) {
        int next = at + expected.length;
        boolean there = next <= end && Arrays.equals(bytes, at, next, expected, 0, expected.length);
        at = there ? next : at;
        return there;
    }

    private boolean skips(long number) {
        int from = at;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        int digits = at - from;
        boolean canonical = digits > 0 && digits <= MAX_DIGITS && (bytes[from] != '0' || digits == 1);
        return canonical && number(from, digits) == number;
    }

    /** To behind the closing quote of a string without escapes. */
    private boolean skipsString() {
        while (at < end && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return skips(QUOTE);
    }

    private boolean skipsString(Part expected) {
        int from = at;
        return skipsString() && expected.equalTo(bytes, from, at - QUOTE.length);
    }

    private long time() {
        int from = at;
        if (!skipsDigits(SECONDS)) {
            return NOT_PLAIN;
        }
        long millis = skipsDigits(MILLIS) ? number(at - 3, 3) : 0;
        try {
            return skips(END_OF_TIME) ? secondsAt(from) * 1000 + millis : NOT_PLAIN;
        } catch (DateTimeException e) {
            return NOT_PLAIN;
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

    /** A zero in the pattern stands for any digit. */
    private boolean skipsDigits(byte[] pattern) {
        if (pattern.length > end - at) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            byte found = bytes[at + i];
            if (pattern[i] == '0' ? !isDigit(found) : found != pattern[i]) {
                return false;
            }
        }
        at += pattern.length;
        return true;
    }

    private long number(int from, int digits) {
        long number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
