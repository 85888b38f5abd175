package casebook.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The types of note signatures that we make and check; both are made with Ed25519 keys. C2SP {@code signed-note}. */
public enum SignatureType {
    /** A signature over the text of the note, as logs sign their checkpoints. */
    ED25519(0x01) {
        @Override
        byte[] signed(String text, @Nullable Instant time) {
            return text.getBytes(UTF_8);
        }
    },
    /**
     * A witness's statement that, at a time that it signs too, this was the largest tree that it had seen of the log. C2SP
     * {@code tlog-cosignature}, {@code cosignature/v1}.
     */
    COSIGNATURE(0x04) {
        @Override
        byte[] signed(String text, @Nullable Instant time) {
            if (time == null) {
                throw new IllegalArgumentException("A cosignature has a time");
            }
            return ("cosignature/v1\ntime " + time.getEpochSecond() + "\n" + text).getBytes(UTF_8);
        }
    };

    private final byte identifier;

    SignatureType(int identifier) {
        this.identifier = (byte) identifier;
    }

    /** What the key signs. */
    abstract byte[] signed(String text, @Nullable Instant time);

    /** The byte that stands for the type in keys. */
    byte identifier() {
        return identifier;
    }

    static SignatureType of(byte identifier) {
        for (SignatureType type : values()) {
            if (type.identifier == identifier) {
                return type;
            }
        }
        throw new Malformed("Unknown signature type " + Byte.toUnsignedInt(identifier));
    }
}
