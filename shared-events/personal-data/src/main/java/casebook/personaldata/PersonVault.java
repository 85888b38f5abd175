package casebook.personaldata;

import casebook.events.EventJson;
import casebook.events.IncidentId;
import casebook.events.PersonalData;
import casebook.events.SealedPersonalData;
import casebook.events.SubjectId;
import com.mongodb.client.MongoDatabase;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.types.Binary;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals what names a person before it enters an event, and opens it as long as the person's key exists. Calls block.
 *
 * <p>Sealing is deterministic under one person's key (RFC 5297), so that a report sent twice is recognised as the same; equal data of two
 * persons never looks equal.
 */
public final class PersonVault {

    private final PersonKeys keys;
    private final NumberTokens tokens;
    private final SharedNumbers shared;
    private final Rewrapping rewrapping;
    private final JsonMapper json = EventJson.mapper();

    public PersonVault(MongoDatabase database, MasterKey master) {
        var collection = PersonKeys.in(database);
        this.keys = new PersonKeys(collection, master);
        this.tokens = new NumberTokens(collection, master);
        this.shared = new SharedNumbers(collection);
        this.rewrapping = new Rewrapping(collection, master);
    }

    /**
     * Seals what an incident's report says of a person, and remembers that it does: {@link #incidentsOf} tells it.
     *
     * @return {@link SealedPersonalData#ERASED} if the person was erased: nothing of such a person is sealed again
     */
    public SealedPersonalData seal(SubjectId person, IncidentId incident, PersonalData data) {
        try {
            var key = keys.obtain(person, incident, tokensOf(data));
            if (key.isEmpty()) {
                return SealedPersonalData.ERASED;
            }
            var ciphertext =
                    key.get().encryptDeterministically(json.writeValueAsBytes(data), PersonKeys.associatedWith(person));
            return new SealedPersonalData(Base64.getEncoder().encodeToString(ciphertext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Personal data could not be sealed", e);
        }
    }

    /**
     * Who else was ever sealed with a document number that one of these persons was ever sealed with, as long as the keys of both exist. A number
     * that was corrected still counts: who needs the present one compares what {@link #open} tells.
     */
    public Map<SubjectId, Set<SubjectId>> sharingNumbers(Collection<SubjectId> persons) {
        return shared.of(persons);
    }

    /**
     * Empty if the person's key was destroyed. That is looked up each time.
     *
     * @throws IllegalStateException if the ciphertext was altered, belongs to another person or to another master key
     */
    public Optional<PersonalData> open(SubjectId person, SealedPersonalData data) {
        try {
            var key = keys.find(person);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            var plaintext = key.get()
                    .decryptDeterministically(
                            Base64.getDecoder().decode(data.ciphertext()), PersonKeys.associatedWith(person));
            return Optional.of(json.readValue(plaintext, PersonalData.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Personal data could not be opened", e);
        }
    }

    /**
     * Destroys the person's key, with the tokens of document numbers, for every process and for good: what was sealed opens no more, and nothing of this person is
     * sealed again. Once more does no harm. That there is a reason to is for the caller to know.
     */
    public void forget(SubjectId person) {
        keys.destroy(person);
    }

    /** The incidents for which data of the person was ever sealed, also if the event was refused afterwards; they stay known when the person is erased. */
    public List<IncidentId> incidentsOf(SubjectId person) {
        return keys.incidents(person);
    }

    /**
     * Wraps every key anew that an older master key wrapped; what is sealed stays as it is. May run in several processes at once.
     *
     * @return how many there were
     * @throws IllegalStateException if a key was wrapped by a master key that is not there any more
     */
    public long rewrap() {
        try {
            return rewrapping.all();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key cannot be unwrapped by the master keys that are there", e);
        }
    }

    private List<Binary> tokensOf(PersonalData data) throws GeneralSecurityException {
        var number = DocumentNumber.of(data);
        return number.isEmpty() ? List.of() : List.of(tokens.of(number.get()));
    }
}
