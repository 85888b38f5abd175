package casebook.transparency;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A signature as it stands below a note; whether it is right is not known yet.
 *
 * @param name the name of the key that made it
 * @param base64 the key's id and the signature
 */
public record NoteSignature(String name, String base64) {

    private static final String DASH = "\u2014 ";

    /**
     * A signature that was made before.
     *
     * @throws Malformed unless the name can be that of a key, and an id and a signature are encoded
     */
    public NoteSignature {
        KeyName.require(name);
        if (Text.fromBase64(base64).length <= Integer.BYTES) {
            throw new Malformed("A signature has more than " + Integer.BYTES + " bytes");
        }
    }

    static NoteSignature of(VerifierKey key, byte[] signature) {
        return new NoteSignature(
                key.name(),
                Text.base64(ByteBuffer.allocate(Integer.BYTES + signature.length)
                        .putInt(key.id())
                        .put(signature)
                        .array()));
    }

    /**
     * Reads a signature line, without its newline.
     *
     * @throws Malformed if it is none
     */
    public static NoteSignature parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new Malformed("Not a signature line: " + Text.shown(line));
        }
        return new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
    }

    /** The id of the key that made the signature. */
    public int keyId() {
        return ByteBuffer.wrap(Text.fromBase64(base64)).getInt();
    }

    byte[] bytes() {
        byte[] bytes = Text.fromBase64(base64);
        return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
    }

    /** The signature line, without a newline. */
    @Override
    public String toString() {
        return DASH + name + " " + base64;
    }
}
