package casebook.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.events.PersonalData;
import casebook.events.SealedPersonalData;
import casebook.events.SubjectId;
import casebook.mongod.SharedMongod;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonVaultTest {

    private static final PersonalData DATA =
            new PersonalData("Nguyễn Văn A", 1988, new PersonalData.Document("ID", "012345678"), "Lạng Sơn", null);

    private final SubjectId person = new SubjectId(UUID.randomUUID());
    private MongoClient client;
    private MongoDatabase database;
    private PersonVault vault;

    @BeforeEach
    void openVault() {
        client = MongoClients.create(SharedMongod.connectionString());
        database = client.getDatabase("vault-" + UUID.randomUUID());
        vault = new PersonVault(database, MasterKey.parse(MasterKey.generate()));
    }

    @AfterEach
    void dropDatabase() {
        database.drop();
        client.close();
    }

    @Test
    void whatWasSealedOpensAgain() {
        assertThat(vault.open(person, vault.seal(person, DATA))).contains(DATA);
    }

    @Test
    void theSameDataOfOnePersonSealsAlikeAndOfAnotherDoesNot() {
        var other = new SubjectId(UUID.randomUUID());
        assertThat(vault.seal(person, DATA)).isEqualTo(vault.seal(person, DATA)).isNotEqualTo(vault.seal(other, DATA));
    }

    @Test
    void sealedDataHoldsNoPlainText() {
        assertThat(vault.seal(person, DATA).ciphertext()).doesNotContain("Nguy", "012345678");
    }

    @Test
    void aPersonWhoseKeyIsGoneIsForgotten() {
        var sealed = vault.seal(person, DATA);
        database.getCollection("person_keys").deleteOne(Filters.eq(person.toString()));
        assertThat(vault.open(person, sealed)).isEmpty();
    }

    @Test
    void personsAreFoundByAnEqualDocumentNumberHoweverItIsWritten() {
        var other = new SubjectId(UUID.randomUUID());
        var stranger = new SubjectId(UUID.randomUUID());
        vault.seal(person, withNumber("b 1234-567"));
        vault.seal(other, withNumber("B1234567"));
        vault.seal(stranger, withNumber("B1234568"));
        vault.seal(new SubjectId(UUID.randomUUID()), PersonalData.NONE);
        assertThat(vault.sharingNumbers(List.of(person, stranger))).isEqualTo(Map.of(person, Set.of(other)));
    }

    @Test
    void aWordForAMissingNumberMakesNobodyTheSame() {
        vault.seal(person, withNumber("không có"));
        vault.seal(new SubjectId(UUID.randomUUID()), withNumber("Không có"));
        vault.seal(person, withNumber("000-000-000"));
        vault.seal(new SubjectId(UUID.randomUUID()), withNumber("000000000"));
        assertThat(vault.sharingNumbers(List.of(person))).isEmpty();
    }

    @Test
    void everyNumberThatAPersonWasSealedWithIsRemembered() {
        var other = new SubjectId(UUID.randomUUID());
        vault.seal(other, DATA);
        vault.seal(person, withNumber("B1234567"));
        assertThat(vault.sharingNumbers(List.of(person))).isEmpty();
        vault.seal(person, DATA);
        assertThat(vault.sharingNumbers(List.of(person))).isEqualTo(Map.of(person, Set.of(other)));
    }

    @Test
    void aPersonWhoseKeyIsGoneIsNotFoundByANumber() {
        var other = new SubjectId(UUID.randomUUID());
        vault.seal(person, DATA);
        vault.seal(other, DATA);
        database.getCollection("person_keys").deleteOne(Filters.eq(other.toString()));
        assertThat(vault.sharingNumbers(List.of(person))).isEmpty();
        assertThat(vault.sharingNumbers(List.of(other))).isEmpty();
    }

    @Test
    void theKeyStoreHoldsNoNumber() {
        vault.seal(person, DATA);
        var stored = new StringBuilder();
        database.getCollection("person_keys").find().forEach(document -> stored.append(document.toJson()));
        assertThat(stored).contains("numbers").doesNotContain("012345678");
    }

    private static PersonalData withNumber(String number) {
        return new PersonalData(null, null, new PersonalData.Document("ID", number), null, null);
    }

    @Test
    void dataMovedToAnotherPersonDoesNotOpen() {
        var sealed = vault.seal(person, DATA);
        var other = new SubjectId(UUID.randomUUID());
        vault.seal(other, DATA);
        assertThatThrownBy(() -> vault.open(other, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void alteredDataDoesNotOpen() {
        var sealed = vault.seal(person, DATA).ciphertext();
        var altered = (sealed.charAt(20) == 'A' ? "B" : "A");
        assertThatThrownBy(() -> vault.open(
                        person, new SealedPersonalData(sealed.substring(0, 20) + altered + sealed.substring(21))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherMasterKeyOpensNothing() {
        var sealed = vault.seal(person, DATA);
        var stranger = new PersonVault(database, MasterKey.parse(MasterKey.generate()));
        assertThatThrownBy(() -> stranger.open(person, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMasterKeyThatIsNoneIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> MasterKey.parse("secret")).hasMessageNotContaining("secret");
    }
}
