package casebook.ledger;

import casebook.transparency.Malformed;
import casebook.transparency.SignatureType;
import casebook.transparency.SignerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The private key by which the log signs, from where it is configured; its name is the log's. */
public final class SigningKey {

    private SigningKey() {}

    /** A new key for a log, in the form that the configuration takes. */
    public static String generate(String origin) {
        return SignerKey.generate(origin, SignatureType.ED25519, new SecureRandom())
                        .encoded() + "\n";
    }

    /**
     * The configured key.
     *
     * @throws IllegalStateException if there is none, or it is not one of this log; the key is not repeated
     */
    static SignerKey of(LogProperties properties) {
        String origin = properties.origin();
        SignerKey key = parse(
                text(properties.checkpoints().key(), properties.checkpoints().keyFile()));
        if (key.verifier().type() != SignatureType.ED25519
                || !key.verifier().name().equals(origin)) {
            throw new IllegalStateException("The signing key is of " + key.verifier()
                    + ", and checkpoints of casebook.ledger.origin=" + origin + " need an Ed25519 key of that name");
        }
        if (!properties.trusted().isEmpty() && !properties.trusted().contains(key.verifier())) {
            throw new IllegalStateException(
                    "casebook.ledger.trusted-keys names keys, but not that of the signing key: " + key.verifier());
        }
        return key;
    }

    private static String text(@Nullable String key, @Nullable Path file) {
        if (key != null && !key.isBlank()) {
            return key;
        }
        if (file == null) {
            throw new IllegalStateException("No key to sign the ledger's checkpoints with: set"
                    + " casebook.ledger.checkpoints.key or casebook.ledger.checkpoints.key-file");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key " + file + " cannot be read", e);
        }
    }

    private static SignerKey parse(String text) {
        try {
            return SignerKey.parse(text.strip());
        } catch (Malformed e) {
            // The cause may repeat a part of the key.
            throw new IllegalStateException("The signing key is not of the form PRIVATE+KEY+<name>+<id>+<base64>");
        }
    }
}
