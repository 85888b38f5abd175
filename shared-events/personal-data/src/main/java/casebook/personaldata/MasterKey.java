package casebook.personaldata;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClients;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import java.security.GeneralSecurityException;

/**
 * What wraps every person's key: a Tink keyset in JSON, kept outside the database. It may have several keys: the primary one wraps, each unwraps what it
 * wrapped.
 */
public final class MasterKey {

    private static final byte[] NOTHING_ASSOCIATED = {};

    private final Aead aead;
    private final int primary;

    private MasterKey(KeysetHandle keyset) throws GeneralSecurityException {
        this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.primary = keyset.getPrimary().getId();
    }

    /** @throws IllegalArgumentException if the text is no Tink AEAD keyset; the text is not repeated */
    public static MasterKey parse(String keyset) {
        try {
            register();
            return new MasterKey(TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The master key is not a Tink AEAD keyset in JSON", e);
        }
    }

    /**
     * A keyset that a key management service encrypted, as {@code tinkey create-keyset --master-key-uri} writes it. The service is asked once, here.
     *
     * @param uri of the service's key; a {@link com.google.crypto.tink.KmsClient} that takes it must be among the program's services
     * @throws IllegalArgumentException if there is no such client, or the keyset cannot be decrypted by it
     */
    public static MasterKey decrypt(String keyset, String uri) {
        try {
            register();
            var kms = KmsClients.getAutoLoaded(uri).withDefaultCredentials().getAead(uri);
            return new MasterKey(TinkJsonProtoKeysetFormat.parseEncryptedKeyset(keyset, kms, NOTHING_ASSOCIATED));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The master key cannot be decrypted by " + uri, e);
        }
    }

    /** A new AES-256-GCM keyset, as {@link #parse} reads it. */
    public static String generate() {
        try {
            register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void register() throws GeneralSecurityException {
        AeadConfig.register();
        DeterministicAeadConfig.register();
    }

    Aead aead() {
        return aead;
    }

    /** The id of the key that wraps. */
    int primary() {
        return primary;
    }
}
