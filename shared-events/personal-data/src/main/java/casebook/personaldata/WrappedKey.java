package casebook.personaldata;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.security.GeneralSecurityException;
import org.bson.types.Binary;

/** A key as it is stored: encrypted by the master key, for what it is associated with alone. */
final class WrappedKey {

    private WrappedKey() {}

    static Binary wrap(KeysetHandle key, MasterKey master, byte[] associated) throws GeneralSecurityException {
        return new Binary(TinkProtoKeysetFormat.serializeEncryptedKeyset(key, master.aead(), associated));
    }

    static KeysetHandle unwrap(Binary wrapped, MasterKey master, byte[] associated) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped.getData(), master.aead(), associated);
    }
}
