package casebook.transparency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature that was checked and is right.
 *
 * @param key the key that made it
 * @param time when a witness signed, cut to the second; null unless the key makes cosignatures
 */
public record VerifiedSignature(VerifierKey key, @Nullable Instant time) {}
