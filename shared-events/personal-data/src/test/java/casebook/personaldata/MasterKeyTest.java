package casebook.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.events.IncidentId;
import casebook.events.PersonalData;
import casebook.events.SubjectId;
import casebook.mongod.SharedMongod;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    private static final PersonalData DATA =
            new PersonalData("Nguyễn Văn A", 1988, new PersonalData.Document("ID", "012345678"), "Lạng Sơn", null);
    private static final IncidentId INCIDENT = new IncidentId(UUID.randomUUID());

    private final SubjectId person = new SubjectId(UUID.randomUUID());
    private final SubjectId erased = new SubjectId(UUID.randomUUID());
    private final String first = MasterKey.generate();
    private MongoClient client;
    private MongoDatabase database;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        client = MongoClients.create(SharedMongod.connectionString());
        database = client.getDatabase("master-" + UUID.randomUUID());
    }

    @AfterEach
    void dropDatabase() {
        database.drop();
        client.close();
    }

    @Test
    void keysAreWrappedAnewByThePrimaryMasterKeyAndNothingSealedChanges() throws GeneralSecurityException {
        var before = vault(first);
        var sealed = before.seal(person, INCIDENT, DATA);
        before.seal(erased, INCIDENT, DATA);
        before.forget(erased);

        var rotated = with(first);
        var both = vault(rotated);
        assertThat(both.open(person, sealed)).contains(DATA);
        assertThat(both.rewrap()).as("the person's key and that of the tokens").isEqualTo(2);
        assertThat(both.rewrap()).isZero();

        var after = vault(primaryOf(rotated));
        assertThat(after.open(person, sealed)).contains(DATA);
        assertThat(after.seal(person, INCIDENT, DATA)).isEqualTo(sealed);
        var other = new SubjectId(UUID.randomUUID());
        after.seal(other, INCIDENT, DATA);
        assertThat(after.sharingNumbers(List.of(other))).isEqualTo(Map.of(other, Set.of(person)));
        assertThat(after.open(erased, sealed)).isEmpty();
        assertThatThrownBy(() -> before.open(person, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMasterKeyThatIsMissingIsSaidAndNothingIsLost() {
        var sealed = vault(first).seal(person, INCIDENT, DATA);
        var stranger = vault(MasterKey.generate());
        assertThatThrownBy(stranger::rewrap).hasMessageContaining("master keys");
        assertThat(vault(first).open(person, sealed)).contains(DATA);
    }

    @Test
    void aKeysetThatAKeyManagementServiceEncryptedIsDecryptedByIt() throws Exception {
        var plain = TinkJsonProtoKeysetFormat.parseKeyset(first, InsecureSecretKeyAccess.get());
        var encrypted = TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(plain, MemoryKms.KEY, new byte[0]);
        var file = Files.writeString(folder.resolve("keyset.json"), encrypted);
        var sealed = vault(first).seal(person, INCIDENT, DATA);

        var configured = configured(new PersonalDataProperties(null, file, MemoryKms.URI));
        assertThat(new PersonVault(database, configured).open(person, sealed)).contains(DATA);
        assertThatThrownBy(() -> configured(new PersonalDataProperties(null, file, "other-kms://key")))
                .hasMessageContaining("other-kms://key");
        assertThatThrownBy(() -> configured(new PersonalDataProperties(encrypted, null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAMasterKeyNothingStarts() {
        assertThatThrownBy(() -> configured(new PersonalDataProperties(null, null, null)))
                .hasMessageContaining("No master key");
        assertThatThrownBy(() -> configured(new PersonalDataProperties(" ", null, MemoryKms.URI)))
                .hasMessageContaining("No master key");
    }

    private PersonVault vault(String keyset) {
        return new PersonVault(database, MasterKey.parse(keyset));
    }

    private static MasterKey configured(PersonalDataProperties properties) {
        return new PersonalDataAutoConfiguration().masterKey(properties);
    }

    /** The keyset with a further key, which is the primary one. */
    private static String with(String keyset) throws GeneralSecurityException {
        return json(KeysetHandle.newBuilder(handle(keyset))
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    private static String primaryOf(String keyset) throws GeneralSecurityException {
        var primary = handle(keyset).getPrimary();
        return json(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(primary.getKey()).makePrimary())
                .build());
    }

    private static KeysetHandle handle(String keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
    }

    private static String json(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }
}
