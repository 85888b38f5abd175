package casebook.personaldata;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import casebook.events.IncidentId;
import casebook.events.SubjectId;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * One AES-256-SIV key per person, wrapped by the master key, in collection {@code person_keys}. A key never leaves this package, and none is kept in memory: what is
 * destroyed in the database is gone for every process with its next look.
 *
 * <p>Beside the key stand the tokens of the document numbers that were ever sealed under it: one change forgets both. What stays is the mark that the person
 * was erased, so that no new key is made, and the incidents for which data was sealed.
 */
final class PersonKeys {

    static final String KEY = "key";

    /** The id of the master key that wrapped the key. */
    static final String MASTER = "master";

    static final String NUMBERS = "numbers";
    private static final String INCIDENTS = "incidents";
    private static final String ERASED = "erased";

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

    /**
     * The person's key, made durable before it is used, and with it the incident and the tokens of the numbers that it will seal. Empty if the person was
     * erased.
     */
    Optional<DeterministicAead> obtain(SubjectId person, IncidentId incident, List<Binary> numbers)
            throws GeneralSecurityException {
        var stored = stored(person);
        if (stored == null) {
            return create(person, incident, numbers);
        }
        if (!stored.containsKey(KEY)) {
            return Optional.empty();
        }
        return knows(stored, incident, numbers) || add(person, incident, numbers)
                ? Optional.of(unwrap(person, stored))
                : Optional.empty();
    }

    /** Empty if there never was a key, or it was destroyed. */
    Optional<DeterministicAead> find(SubjectId person) throws GeneralSecurityException {
        var stored = stored(person);
        return stored == null || !stored.containsKey(KEY) ? Optional.empty() : Optional.of(unwrap(person, stored));
    }

    /** For good, also where there is no key yet; once more does no harm. */
    void destroy(SubjectId person) {
        keys.updateOne(
                eq(person.toString()),
                Updates.combine(
                        Updates.unset(KEY), Updates.unset(MASTER), Updates.unset(NUMBERS), Updates.set(ERASED, true)),
                new UpdateOptions().upsert(true));
    }

    /** Those for which data of the person was sealed, be it that the event was refused afterwards. */
    List<IncidentId> incidents(SubjectId person) {
        var stored = stored(person);
        return stored == null
                ? List.of()
                : stored.getList(INCIDENTS, String.class, List.of()).stream()
                        .map(id -> new IncidentId(UUID.fromString(id)))
                        .toList();
    }

    private @Nullable Document stored(SubjectId person) {
        return keys.find(eq(person.toString())).first();
    }

    private Optional<DeterministicAead> create(SubjectId person, IncidentId incident, List<Binary> numbers)
            throws GeneralSecurityException {
        var keyset = KeysetHandle.generateNew(PredefinedDeterministicAeadParameters.AES256_SIV);
        try {
            var document = new Document("_id", person.toString())
                    .append(KEY, WrappedKey.wrap(keyset, master, associatedWith(person)))
                    .append(MASTER, master.primary())
                    .append(INCIDENTS, List.of(incident.toString()));
            keys.insertOne(numbers.isEmpty() ? document : document.append(NUMBERS, numbers));
            return Optional.of(primitive(keyset));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return obtain(person, incident, numbers);
        }
    }

    private static boolean knows(Document stored, IncidentId incident, List<Binary> numbers) {
        return stored.getList(INCIDENTS, String.class, List.of()).contains(incident.toString())
                && stored.getList(NUMBERS, Binary.class, List.of()).containsAll(numbers);
    }

    /** False if the key was destroyed meanwhile: nothing may be added to what was forgotten. */
    private boolean add(SubjectId person, IncidentId incident, List<Binary> numbers) {
        var more = Updates.addToSet(INCIDENTS, incident.toString());
        return keys.updateOne(
                                and(eq(person.toString()), exists(KEY)),
                                numbers.isEmpty()
                                        ? more
                                        : Updates.combine(more, Updates.addEachToSet(NUMBERS, numbers)))
                        .getMatchedCount()
                > 0;
    }

    private DeterministicAead unwrap(SubjectId person, Document stored) throws GeneralSecurityException {
        return primitive(WrappedKey.unwrap(stored.get(KEY, Binary.class), master, associatedWith(person)));
    }

    private static DeterministicAead primitive(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
    }

    static byte[] associatedWith(SubjectId person) {
        return person.toString().getBytes(StandardCharsets.UTF_8);
    }
}
