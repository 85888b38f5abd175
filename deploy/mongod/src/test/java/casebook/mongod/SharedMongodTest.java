package casebook.mongod;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMongodTest {
    @TempDir
    Path temp;

    @Test
    void allTestsOfAJvmGetTheSameOneAndItTakesFailpoints() {
        assertThat(SharedMongod.connectionString()).isEqualTo(SharedMongod.connectionString());
        try (MongoClient client = MongoClients.create(SharedMongod.connectionString())) {
            client.getDatabase("admin")
                    .runCommand(new Document("configureFailPoint", "failCommand").append("mode", "off"));
        }
    }

    @Test
    void whatAKilledTestRunLeftBehindIsSweptAway() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("casebook-mongod-killed"));
        Process testRun = StartAndWait.inAnotherJvm(folder);
        long mongod = StartAndWait.pidOfMongod(testRun);
        makeOld(folder);
        SharedMongod.sweep(temp);
        assertThat(ProcessHandle.of(mongod)).isPresent();

        testRun.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        makeOld(folder);
        SharedMongod.sweep(temp);

        assertThat(folder).doesNotExist();
    }

    @Test
    void aFolderJustMadeIsNotSwept() throws IOException {
        Path young = Files.createDirectory(temp.resolve("casebook-mongod-young"));
        SharedMongod.sweep(temp);
        assertThat(young).exists();
    }

    private static void makeOld(Path folder) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(Instant.EPOCH));
    }
}
