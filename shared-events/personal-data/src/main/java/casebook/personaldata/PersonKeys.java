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
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * One AES-256-SIV key per person, wrapped by the master key, in collection {@code person_keys}. A key never leaves this package.
 *
 * <p>Beside the key stand the tokens of the document numbers that were ever sealed under it: one deletion forgets both.
 */
final class PersonKeys {

    static final String KEY = "key";
    static final String NUMBERS = "numbers";

    private final MongoCollection<Document> keys;
    private final MasterKey master;

    PersonKeys(MongoCollection<Document> keys, MasterKey master) {
        this.keys = keys;
        this.master = master;
    }

    /** Where the keys are. */
    static MongoCollection<Document> in(MongoDatabase database) {
        return database.getCollection("person_keys")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** The person's key, made durable before it is used, and with it the tokens of the numbers that it will seal. */
    DeterministicAead obtain(SubjectId person, List<Binary> numbers) throws GeneralSecurityException {
        var stored = keys.find(Filters.eq(person.toString())).first();
        if (stored == null) {
            return create(person, numbers);
        }
        if (!stored.getList(NUMBERS, Binary.class, List.of()).containsAll(numbers)) {
            keys.updateOne(Filters.eq(person.toString()), Updates.addEachToSet(NUMBERS, numbers));
        }
        return unwrap(person, stored.get(KEY, Binary.class).getData());
    }

    Optional<DeterministicAead> find(SubjectId person) throws GeneralSecurityException {
        var stored = keys.find(Filters.eq(person.toString())).first();
        return stored == null
                ? Optional.empty()
                : Optional.of(unwrap(person, stored.get(KEY, Binary.class).getData()));
    }

    private DeterministicAead create(SubjectId person, List<Binary> numbers) throws GeneralSecurityException {
        var keyset = KeysetHandle.generateNew(PredefinedDeterministicAeadParameters.AES256_SIV);
        var wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, master.aead(), associatedWith(person));
        try {
            var document = new Document("_id", person.toString()).append(KEY, new Binary(wrapped));
            keys.insertOne(numbers.isEmpty() ? document : document.append(NUMBERS, numbers));
            return primitive(keyset);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return obtain(person, numbers);
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
