package casebook.transparency;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bytes of a signature, taken apart: a cosignature begins with its time, in seconds since 1970 as 8 bytes. */
record TimedSignature(@Nullable Instant time, byte[] signature) {

    /** Null if the bytes cannot be a signature of this type. */
    @Nullable
    static TimedSignature of(SignatureType type, byte[] bytes) {
        boolean timed = type == SignatureType.COSIGNATURE;
        if (bytes.length != Ed25519.SIGNATURE_LENGTH + (timed ? Long.BYTES : 0)) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long seconds = timed ? buffer.getLong() : 0;
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            return null;
        }
        byte[] signature = new byte[Ed25519.SIGNATURE_LENGTH];
        buffer.get(signature);
        return new TimedSignature(timed ? Instant.ofEpochSecond(seconds) : null, signature);
    }

    byte[] toBytes() {
        return time == null
                ? signature.clone()
                : ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(time.getEpochSecond())
                        .put(signature)
                        .array();
    }
}
