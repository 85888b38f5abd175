package casebook.transparency;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The private key of a log or a witness: {@code PRIVATE+KEY+<name>+<key id>+<base64(type ‖ 32-byte Ed25519 private key)>}
 * as text. C2SP {@code signed-note}. It is never part of a message or of {@link #toString}.
 */
public final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final VerifierKey verifier;

    private SignerKey(String name, SignatureType type, byte[] seed) {
        this.seed = seed;
        this.verifier = new VerifierKey(name, type, Ed25519.publicKeyOf(seed));
    }

    /**
     * A new key.
     *
     * @throws Malformed unless the name can be that of a key: no spaces, no plus sign
     */
    public static SignerKey generate(String name, SignatureType type, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new SignerKey(name, type, seed);
    }

    /**
     * Reads a key.
     *
     * @throws Malformed if it is no key, its type is not known, or its id is not that of its name and key
     */
    public static SignerKey parse(String skey) {
        if (!skey.startsWith(PREFIX)) {
            throw new Malformed("A private key begins with " + PREFIX);
        }
        EncodedKey encoded = EncodedKey.parse(skey.substring(PREFIX.length()));
        SignerKey key = new SignerKey(encoded.name(), encoded.type(), encoded.key());
        encoded.requireId(key.verifier.id());
        return key;
    }

    /** The public key that belongs to this one. */
    public VerifierKey verifier() {
        return verifier;
    }

    /**
     * Signs the text of a note.
     *
     * @throws IllegalStateException if this is a key for cosignatures
     */
    public NoteSignature sign(String text) {
        requireType(SignatureType.ED25519);
        return signature(text, null);
    }

    /**
     * Signs a checkpoint as a witness.
     *
     * @param text the text of the checkpoint's note
     * @param time when it was found to extend what the witness had seen before; cut to the second
     * @throws IllegalStateException if this is not a key for cosignatures
     */
    public NoteSignature cosign(String text, Instant time) {
        requireType(SignatureType.COSIGNATURE);
        return signature(text, time);
    }

    /** The private key as text, the form that {@link #parse} reads. */
    public String encoded() {
        return PREFIX + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.id()) + "+"
                + EncodedKey.base64(verifier.type(), seed);
    }

    /** The public key. */
    @Override
    public String toString() {
        return verifier.toString();
    }

    private NoteSignature signature(String text, @Nullable Instant time) {
        byte[] signature = Ed25519.sign(seed, verifier.type().signed(text, time));
        return NoteSignature.of(verifier, new TimedSignature(time, signature).toBytes());
    }

    private void requireType(SignatureType type) {
        if (verifier.type() != type) {
            throw new IllegalStateException("The key of " + verifier.name() + " is for " + verifier.type());
        }
    }
}
