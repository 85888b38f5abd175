package casebook.standalone;

import casebook.ledger.SigningKey;
import casebook.transparency.Malformed;
import casebook.transparency.SignerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of the log. To get a new one, its file is taken away before the start; the public keys stay, so that what a former one signed
 * stays verifiable.
 *
 * @param signing the file of the key with which checkpoints are signed
 * @param trusted the public keys of this key and of those before it, as they stand in the file {@code checkpoint-keys}
 */
record LogKeys(Path signing, List<String> trusted) {

    static LogKeys in(DataFolder data, String origin) throws IOException {
        return in(data, origin, "checkpoint");
    }

    /** Of the records of who looked at what. */
    static LogKeys ofAccesses(DataFolder data, String origin) throws IOException {
        return in(data, origin, "access");
    }

    private static LogKeys in(DataFolder data, String origin, String name) throws IOException {
        var signing = data.secret(name + "-signing.key", () -> SigningKey.generate(origin));
        var file = data.file(name + "-keys");
        var trusted = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        var present = publicKey(signing);
        if (!trusted.contains(present)) {
            trusted.add(present);
            Files.writeString(file, present + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return new LogKeys(signing, List.copyOf(trusted));
    }

    private static String publicKey(Path signing) throws IOException {
        try {
            return SignerKey.parse(Files.readString(signing).strip()).verifier().toString();
        } catch (Malformed e) {
            throw new IOException("The signing key " + signing + " cannot be read; take it away to get a new one", e);
        }
    }
}
