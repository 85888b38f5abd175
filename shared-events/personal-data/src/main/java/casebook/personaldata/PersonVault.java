package casebook.personaldata;

import casebook.events.EventJson;
import casebook.events.PersonalData;
import casebook.events.SealedPersonalData;
import casebook.events.SubjectId;
import com.mongodb.client.MongoDatabase;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals what names a person before it enters an event, and opens it as long as the person's key exists. Calls block.
 *
 * <p>Sealing is deterministic under one person's key (RFC 5297), so that a report sent twice is recognised as the same; equal data of two
 * persons never looks equal.
 */
public final class PersonVault {

    private final PersonKeys keys;
    private final JsonMapper json = EventJson.mapper();

    public PersonVault(MongoDatabase database, MasterKey master) {
        this.keys = new PersonKeys(database, master);
    }

    public SealedPersonalData seal(SubjectId person, PersonalData data) {
        try {
            var ciphertext = keys.obtain(person)
                    .encryptDeterministically(json.writeValueAsBytes(data), PersonKeys.associatedWith(person));
            return new SealedPersonalData(Base64.getEncoder().encodeToString(ciphertext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Personal data could not be sealed", e);
        }
    }

    /**
     * Empty if the person's key was destroyed.
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
}
