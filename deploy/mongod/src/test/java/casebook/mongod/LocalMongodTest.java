package casebook.mongod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMongodTest {
    @TempDir
    Path data;

    @Test
    void whatWasWrittenIsThereAfterACrashAndARestart() {
        try (LocalMongod mongod = LocalMongod.start(data);
                MongoClient client = MongoClients.create(mongod.connectionString())) {
            notes(client).insertOne(new Document("_id", 1));
            long pid = mongod.pid();

            mongod.kill();
            assertThat(ProcessHandle.of(pid)).isEmpty();
            mongod.restart();

            assertThat(mongod.pid()).isNotEqualTo(pid);
            assertThat(ids(client)).containsExactly(1);
            notes(client).insertOne(new Document("_id", 2));
            assertThat(ids(client)).containsExactly(1, 2);
        }
    }

    @Test
    void theSameDataIsServedOnAnotherPort() {
        int firstPort;
        try (LocalMongod mongod = LocalMongod.start(data)) {
            firstPort = mongod.port();
            write(mongod, 1);
        }
        try (LocalMongod mongod = LocalMongod.start(data)) {
            assertThat(mongod.port()).isNotEqualTo(firstPort);
            write(mongod, 2);
            assertThat(read(mongod)).containsExactly(1, 2);
        }
    }

    @Test
    void itListensOnThePortThatWasAskedFor() {
        int port = FreePort.find();
        try (LocalMongod mongod = LocalMongod.start(data, port)) {
            assertThat(mongod.port()).isEqualTo(port);
            assertThat(mongod.connectionString()).contains("127.0.0.1:" + port);
        }
    }

    @Test
    void aMongodThatAKilledProgramLeftBehindIsStoppedAndItsDataTakenOver() throws Exception {
        Process program = StartAndWait.inAnotherJvm(data);
        long leftOver = StartAndWait.pidOfMongod(program);
        program.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(ProcessHandle.of(leftOver)).isPresent();

        try (LocalMongod mongod = LocalMongod.start(data)) {
            assertThat(mongod.pid()).isNotEqualTo(leftOver);
            assertThat(read(mongod)).containsExactly(StartAndWait.WRITTEN);
        }
    }

    @Test
    void aDataFolderInUseIsRefusedAndItsMongodLeftAlone() {
        try (LocalMongod mongod = LocalMongod.start(data)) {
            assertThatThrownBy(() -> LocalMongod.start(data))
                    .isInstanceOf(MongodException.class)
                    .hasMessageContaining("Another running program uses the data folder");
            write(mongod, 1);
        }
    }

    @Test
    void aDataFolderInUseByAnotherProgramIsRefused() throws Exception {
        Process program = StartAndWait.inAnotherJvm(data);
        try {
            long pid = StartAndWait.pidOfMongod(program);
            assertThatThrownBy(() -> LocalMongod.start(data)).isInstanceOf(MongodException.class);
            assertThat(ProcessHandle.of(pid)).isPresent();
        } finally {
            program.destroy();
            program.waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void anotherProcessWhosePidStandsInTheLockFileIsNotTouched() throws IOException {
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(data.resolve("mongod.lock"), bystander.pid() + "\n");
            LocalMongod.start(data).close();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void aMongodThatDoesNotStartIsReportedWithItsOwnWords() {
        assertThatThrownBy(() -> LocalMongod.start(data, "--noSuchOption"))
                .isInstanceOf(MongodException.class)
                .hasMessageContaining("mongod ended with exit code")
                .hasMessageContaining("noSuchOption");
        LocalMongod.start(data).close();
    }

    @Test
    void ourDefaultsGiveWayToTheCallersOptions() {
        try (LocalMongod mongod = LocalMongod.start(data, "--wiredTigerCacheSizeGB", "0.25");
                MongoClient client = MongoClients.create(mongod.connectionString())) {
            Document options = client.getDatabase("admin").runCommand(new Document("getCmdLineOpts", 1));
            assertThat(options.get("argv", List.of()).toString())
                    .contains("0.25")
                    .doesNotContain("0.5");
        }
    }

    @Test
    void closingStopsTheProcess() {
        LocalMongod mongod = LocalMongod.start(data);
        long pid = mongod.pid();
        mongod.close();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(data.resolve("mongod.lock")).isEmptyFile();
    }

    private static void write(LocalMongod mongod, int id) {
        try (MongoClient client = MongoClients.create(mongod.connectionString())) {
            notes(client).insertOne(new Document("_id", id));
        }
    }

    private static List<Integer> read(LocalMongod mongod) {
        try (MongoClient client = MongoClients.create(mongod.connectionString())) {
            return ids(client);
        }
    }

    private static List<Integer> ids(MongoClient client) {
        return notes(client)
                .find()
                .sort(new Document("_id", 1))
                .map(note -> note.getInteger("_id"))
                .into(new ArrayList<>());
    }

    static MongoCollection<Document> notes(MongoClient client) {
        return client.getDatabase("test")
                .getCollection("notes")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }
}
