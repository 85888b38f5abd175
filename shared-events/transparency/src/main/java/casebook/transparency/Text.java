package casebook.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.regex.Pattern;

/** The notation that all C2SP texts share, read strictly: what is read and written again is the same, byte for byte. */
final class Text {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Text() {}

    /** Standard base64 with padding. */
    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] fromBase64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed("Not base64: " + shown(text), e);
        }
        if (!base64(bytes).equals(text)) {
            throw new Malformed("Not base64 in its standard form with padding: " + shown(text));
        }
        return bytes;
    }

    /** A number from 0 to 2^63 - 1 without leading zeroes. */
    static long decimal(String text) {
        if (DECIMAL.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new Malformed("A number over 2^63 - 1: " + shown(text), e);
            }
        }
        throw new Malformed("Not a decimal number without leading zeroes: " + shown(text));
    }

    static String fromUtf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("Not UTF-8", e);
        }
    }

    /** What a message can show of a text that nobody has checked. */
    static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 80 ? '"' + printable + '"' : '"' + printable.substring(0, 80) + "…\"";
    }
}
