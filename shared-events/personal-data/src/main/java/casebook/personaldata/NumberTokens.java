package casebook.personaldata;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Turns document numbers into tokens by which two are compared without being known: HMAC-SHA256 under one key, which is wrapped by the master key and
 * kept among the persons' keys. Equal numbers have equal tokens; a token tells nothing without that key.
 */
final class NumberTokens {

    private static final String ID = "document-numbers";
    private static final int BYTES = 16;

    private final MongoCollection<Document> keys;
    private final MasterKey master;
    private @Nullable PrfSet prf;

    NumberTokens(MongoCollection<Document> keys, MasterKey master) {
        this.keys = keys;
        this.master = master;
    }

    Binary of(DocumentNumber number) throws GeneralSecurityException {
        return new Binary(prf().computePrimary(number.value().getBytes(StandardCharsets.UTF_8), BYTES));
    }

    /** The index is made before the first token, and not before a service needs its database. */
    private synchronized PrfSet prf() throws GeneralSecurityException {
        if (prf == null) {
            PrfConfig.register();
            keys.createIndex(Indexes.ascending(PersonKeys.NUMBERS), new IndexOptions().sparse(true));
            prf = obtain().getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        }
        return prf;
    }

    private KeysetHandle obtain() throws GeneralSecurityException {
        var stored = keys.find(Filters.eq(ID)).first();
        return stored == null ? create() : unwrap(stored);
    }

    private KeysetHandle create() throws GeneralSecurityException {
        var keyset = KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF);
        var wrapped = WrappedKey.wrap(keyset, master, associated());
        try {
            keys.insertOne(new Document("_id", ID)
                    .append(PersonKeys.KEY, wrapped)
                    .append(PersonKeys.MASTER, master.primary()));
            return keyset;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return obtain();
        }
    }

    private KeysetHandle unwrap(Document stored) throws GeneralSecurityException {
        return WrappedKey.unwrap(stored.get(PersonKeys.KEY, Binary.class), master, associated());
    }

    private static byte[] associated() {
        return ID.getBytes(StandardCharsets.UTF_8);
    }
}
