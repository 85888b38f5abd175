package casebook.benchmarks.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import casebook.mongod.LocalMongod;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {

    private static final int INCIDENTS = 40;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LocalMongod mongod;

    @SuppressWarnings("NullAway.Init")
    private static MongoClient client;

    @BeforeAll
    static void startMongod() {
        mongod = LocalMongod.start(folder);
        client = MongoClients.create(mongod.connectionString());
    }

    @AfterAll
    static void stopMongod() {
        client.close();
        mongod.close();
    }

    @Test
    void whatWasFilledIsUsedAgainForAsManyIncidentsAlone() {
        var database = client.getDatabase("again");
        var data = data(database, INCIDENTS);
        data.fill();
        var events = data.position();
        data.fill();
        assertThat(data.position()).isEqualTo(events).isGreaterThan(INCIDENTS);
        assertThat(database.getCollection(PlainIncidents.COLLECTION).countDocuments())
                .isEqualTo(INCIDENTS);
        assertThatIllegalArgumentException().isThrownBy(data(database, INCIDENTS + 1)::fill);
    }

    @Test
    void ledgerThatWasNotFilledToItsEndIsRefused() {
        var database = client.getDatabase("half");
        SampleLedger.fill(database, INCIDENTS);
        assertThatIllegalArgumentException().isThrownBy(data(database, INCIDENTS)::fill);
    }

    @Test
    void floorWritesCopyUnderTheSameIndexesAndTakesItAwayAgain() {
        var database = client.getDatabase("floor");
        var plain = new PlainIncidents(database);
        plain.fill(INCIDENTS);
        plain.index();
        assertThat(new RebuildFloor(database).write(List.of(PlainIncidents.COLLECTION)))
                .isPositive();
        assertThat(database.listCollectionNames().into(new ArrayList<>())).containsOnly(PlainIncidents.COLLECTION);
    }

    @Test
    void plainDocumentsSayWhatSampleHistoriesDo() {
        var database = client.getDatabase("plain");
        new PlainIncidents(database).fill(100);
        assertThat(database.getCollection(PlainIncidents.COLLECTION).countDocuments(new Document("status", "VOIDED")))
                .isEqualTo(2);
        assertThat(database.getCollection(PlainIncidents.COLLECTION).countDocuments(new Document("status", "ACCEPTED")))
                .isEqualTo(30);
    }

    private static SampleData data(MongoDatabase database, int incidents) {
        return new SampleData(database, new Report(new PrintWriter(new StringWriter())), incidents);
    }
}
