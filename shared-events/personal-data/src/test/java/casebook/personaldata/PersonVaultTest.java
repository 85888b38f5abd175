package casebook.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.events.IncidentId;
import casebook.events.PersonalData;
import casebook.events.SealedPersonalData;
import casebook.events.SubjectId;
import casebook.mongod.SharedMongod;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
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

    private static final IncidentId INCIDENT = new IncidentId(UUID.randomUUID());

    private final SubjectId person = new SubjectId(UUID.randomUUID());
    private final MasterKey master = MasterKey.parse(MasterKey.generate());
    private MongoClient client;
    private MongoDatabase database;
    private PersonVault vault;

    @BeforeEach
    void openVault() {
        client = MongoClients.create(SharedMongod.connectionString());
        database = client.getDatabase("vault-" + UUID.randomUUID());
        vault = new PersonVault(database, master);
    }

    @AfterEach
    void dropDatabase() {
        database.drop();
        client.close();
    }

    @Test
    void whatWasSealedOpensAgain() {
        assertThat(vault.open(person, seal(person, DATA))).contains(DATA);
    }

    @Test
    void theSameDataOfOnePersonSealsAlikeAndOfAnotherDoesNot() {
        var other = new SubjectId(UUID.randomUUID());
        assertThat(seal(person, DATA)).isEqualTo(seal(person, DATA)).isNotEqualTo(seal(other, DATA));
    }

    @Test
    void sealedDataHoldsNoPlainText() {
        assertThat(seal(person, DATA).ciphertext()).doesNotContain("Nguy", "012345678");
    }

    @Test
    void aPersonWhoseKeyIsGoneIsForgotten() {
        var sealed = seal(person, DATA);
        vault.forget(person);
        assertThat(vault.open(person, sealed)).isEmpty();
    }

    @Test
    void whoWasForgottenIsSealedNoMoreAndNothingOfTheKeyIsLeft() {
        seal(person, DATA);
        vault.forget(person);
        assertThat(seal(person, DATA)).isEqualTo(SealedPersonalData.ERASED);
        assertThat(seal(person, withNumber("B1234567"))).isEqualTo(SealedPersonalData.ERASED);
        var left = database.getCollection("person_keys")
                .find(Filters.eq(person.toString()))
                .into(new ArrayList<>());
        assertThat(left)
                .singleElement()
                .satisfies(document ->
                        assertThat(document.keySet()).containsExactlyInAnyOrder("_id", "incidents", "erased"));
    }

    @Test
    void whoWasForgottenBeforeAnythingWasSealedGetsNoKey() {
        vault.forget(person);
        vault.forget(person);
        assertThat(seal(person, DATA)).isEqualTo(SealedPersonalData.ERASED);
    }

    @Test
    void anotherProcessForgetsWithItsNextLook() {
        var sealed = seal(person, DATA);
        var elsewhere = new PersonVault(database, master);
        assertThat(elsewhere.open(person, sealed)).contains(DATA);
        assertThat(elsewhere.seal(person, INCIDENT, DATA)).isEqualTo(sealed);
        vault.forget(person);
        assertThat(elsewhere.open(person, sealed)).isEmpty();
        assertThat(elsewhere.seal(person, INCIDENT, DATA)).isEqualTo(SealedPersonalData.ERASED);
    }

    @Test
    void theIncidentsOfAPersonStayKnown() {
        var second = new IncidentId(UUID.randomUUID());
        seal(person, DATA);
        vault.seal(person, second, DATA);
        seal(person, DATA);
        vault.forget(person);
        assertThat(vault.incidentsOf(person)).containsExactly(INCIDENT, second);
        assertThat(vault.incidentsOf(new SubjectId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void personsAreFoundByAnEqualDocumentNumberHoweverItIsWritten() {
        var other = new SubjectId(UUID.randomUUID());
        var stranger = new SubjectId(UUID.randomUUID());
        seal(person, withNumber("b 1234-567"));
        seal(other, withNumber("B1234567"));
        seal(stranger, withNumber("B1234568"));
        seal(new SubjectId(UUID.randomUUID()), PersonalData.NONE);
        assertThat(vault.sharingNumbers(List.of(person, stranger))).isEqualTo(Map.of(person, Set.of(other)));
    }

    @Test
    void aWordForAMissingNumberMakesNobodyTheSame() {
        seal(person, withNumber("không có"));
        seal(new SubjectId(UUID.randomUUID()), withNumber("Không có"));
        seal(person, withNumber("000-000-000"));
        seal(new SubjectId(UUID.randomUUID()), withNumber("000000000"));
        assertThat(vault.sharingNumbers(List.of(person))).isEmpty();
    }

    @Test
    void everyNumberThatAPersonWasSealedWithIsRemembered() {
        var other = new SubjectId(UUID.randomUUID());
        seal(other, DATA);
        seal(person, withNumber("B1234567"));
        assertThat(vault.sharingNumbers(List.of(person))).isEmpty();
        seal(person, DATA);
        assertThat(vault.sharingNumbers(List.of(person))).isEqualTo(Map.of(person, Set.of(other)));
    }

    @Test
    void aPersonWhoseKeyIsGoneIsNotFoundByANumber() {
        var other = new SubjectId(UUID.randomUUID());
        seal(person, DATA);
        seal(other, DATA);
        vault.forget(other);
        assertThat(vault.sharingNumbers(List.of(person))).isEmpty();
        assertThat(vault.sharingNumbers(List.of(other))).isEmpty();
    }

    @Test
    void theKeyStoreHoldsNoNumber() {
        seal(person, DATA);
        var stored = new StringBuilder();
        database.getCollection("person_keys").find().forEach(document -> stored.append(document.toJson()));
        assertThat(stored).contains("numbers").doesNotContain("012345678");
    }

    private SealedPersonalData seal(SubjectId subject, PersonalData data) {
        return vault.seal(subject, INCIDENT, data);
    }

    private static PersonalData withNumber(String number) {
        return new PersonalData(null, null, new PersonalData.Document("ID", number), null, null);
    }

    @Test
    void dataMovedToAnotherPersonDoesNotOpen() {
        var sealed = seal(person, DATA);
        var other = new SubjectId(UUID.randomUUID());
        seal(other, DATA);
        assertThatThrownBy(() -> vault.open(other, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void alteredDataDoesNotOpen() {
        var sealed = seal(person, DATA).ciphertext();
        var altered = (sealed.charAt(20) == 'A' ? "B" : "A");
        assertThatThrownBy(() -> vault.open(
                        person, new SealedPersonalData(sealed.substring(0, 20) + altered + sealed.substring(21))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherMasterKeyOpensNothing() {
        var sealed = seal(person, DATA);
        var stranger = new PersonVault(database, MasterKey.parse(MasterKey.generate()));
        assertThatThrownBy(() -> stranger.open(person, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMasterKeyThatIsNoneIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> MasterKey.parse("secret")).hasMessageNotContaining("secret");
    }
}
