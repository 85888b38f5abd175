package casebook.personaldata;

import casebook.events.SubjectId;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/** One AES-256-SIV key per person, wrapped by the master key, in collection {@code person_keys}. A key never leaves this package. */
final class PersonKeys {

    private static final String KEY = "key";

    private final MongoCollection<Document> keys;
    private final MasterKey master;

    PersonKeys(MongoDatabase database, MasterKey master) {
        this.keys = database.getCollection("person_keys")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        this.master = master;
    }

    /** The person's key, made durable before it is used. */
    DeterministicAead obtain(SubjectId person) throws GeneralSecurityException {
        var existing = find(person);
        return existing.isPresent() ? existing.get() : create(person);
    }

    Optional<DeterministicAead> find(SubjectId person) throws GeneralSecurityException {
        var stored = keys.find(Filters.eq(person.toString())).first();
        return stored == null
                ? Optional.empty()
                : Optional.of(unwrap(person, stored.get(KEY, Binary.class).getData()));
    }

    private DeterministicAead create(SubjectId person) throws GeneralSecurityException {
        var keyset = KeysetHandle.generateNew(PredefinedDeterministicAeadParameters.AES256_SIV);
        var wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, master.aead(), associatedWith(person));
        try {
            keys.insertOne(new Document("_id", person.toString()).append(KEY, new Binary(wrapped)));
            return primitive(keyset);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return find(person).orElseThrow(() -> new GeneralSecurityException("The key was destroyed meanwhile"));
        }
    }

    private DeterministicAead unwrap(SubjectId person, byte[] wrapped) throws GeneralSecurityException {
        return primitive(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master.aead(), associatedWith(person)));
    }

    private static DeterministicAead primitive(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
    }

    static byte[] associatedWith(SubjectId person) {
        return person.toString().getBytes(StandardCharsets.UTF_8);
    }
}
