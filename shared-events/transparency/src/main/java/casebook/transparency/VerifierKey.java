package casebook.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The public key of a log or a witness, with its name: a {@code vkey}, {@code <name>+<key id>+<base64(type ‖ 32-byte
 * Ed25519 public key)>}. C2SP {@code signed-note}.
 */
public final class VerifierKey {

    private final String name;
    private final SignatureType type;
    private final byte[] raw;
    private final int id;
    private final PublicKey key;

    VerifierKey(String name, SignatureType type, byte[] raw) {
        this.name = KeyName.require(name);
        this.type = type;
        this.raw = raw.clone();
        this.id = id(name, type, raw);
        this.key = Ed25519.publicKey(raw);
    }

    /**
     * Reads a key.
     *
     * @throws Malformed if it is no key, its type is not known, or its id is not that of its name and key
     */
    public static VerifierKey parse(String vkey) {
        EncodedKey encoded = EncodedKey.parse(vkey);
        VerifierKey key = new VerifierKey(encoded.name(), encoded.type(), encoded.key());
        encoded.requireId(key.id);
        return key;
    }

    /** Who signs with this key; for a log it equals the origin of its checkpoints. */
    public String name() {
        return name;
    }

    /** What the key signs. */
    public SignatureType type() {
        return type;
    }

    /** The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key), which signatures carry. */
    public int id() {
        return id;
    }

    boolean made(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /** The signature as far as it is this key's and right, else null. */
    @Nullable
    VerifiedSignature verify(String text, NoteSignature signature) {
        TimedSignature timed = TimedSignature.of(type, signature.bytes());
        return timed != null && Ed25519.verify(key, type.signed(text, timed.time()), timed.signature())
                ? new VerifiedSignature(this, timed.time())
                : null;
    }

    static int id(String name, SignatureType type, byte[] raw) {
        byte[] bytes = name.getBytes(UTF_8);
        ByteBuffer hashed = ByteBuffer.allocate(bytes.length + 2 + raw.length);
        hashed.put(bytes).put((byte) '\n').put(type.identifier()).put(raw);
        return ByteBuffer.wrap(Hash.sha256().digest(hashed.array())).getInt();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey that
                && name.equals(that.name)
                && type == that.type
                && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** The key as text, the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(id) + "+" + EncodedKey.base64(type, raw);
    }
}
