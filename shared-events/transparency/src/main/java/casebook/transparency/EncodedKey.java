package casebook.transparency;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What public and private keys have in common as texts: {@code <name>+<id>+<base64(type ‖ key)>}. */
record EncodedKey(String name, String id, SignatureType type, byte[] key) {

    private static final Pattern FORM = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(.+)");

    static EncodedKey parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new Malformed("Not a key of the form <name>+<8 hex digits>+<base64>");
        }
        byte[] typeAndKey = Text.fromBase64(matcher.group(3));
        if (typeAndKey.length != 1 + Ed25519.KEY_LENGTH) {
            throw new Malformed("An Ed25519 key has " + Ed25519.KEY_LENGTH + " bytes after its type");
        }
        return new EncodedKey(
                KeyName.require(matcher.group(1)),
                matcher.group(2),
                SignatureType.of(typeAndKey[0]),
                Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length));
    }

    static String base64(SignatureType type, byte[] key) {
        return Text.base64(ByteBuffer.allocate(1 + key.length)
                .put(type.identifier())
                .put(key)
                .array());
    }

    void requireId(int expected) {
        if (!HexFormat.of().toHexDigits(expected).equals(id)) {
            throw new Malformed("The key's id " + id + " is not that of its name and key");
        }
    }
}
