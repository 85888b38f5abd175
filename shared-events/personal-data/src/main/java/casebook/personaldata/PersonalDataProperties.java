package casebook.personaldata;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master key is.
 *
 * @param masterKey the keyset itself, for an environment secret; goes before the file
 * @param masterKeyFile a file that holds the keyset
 * @param kmsUri the key of a key management service that encrypted the keyset; null where the keyset is plain
 */
@ConfigurationProperties("casebook.personal-data")
public record PersonalDataProperties(
        @Nullable String masterKey,
        @Nullable Path masterKeyFile,
        @Nullable String kmsUri) {

    /** Says nothing of the key, so that no log or page can. */
    @Override
    public String toString() {
        return "PersonalDataProperties[…]";
    }
}
