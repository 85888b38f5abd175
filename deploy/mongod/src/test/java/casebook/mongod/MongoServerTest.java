package casebook.mongod;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoServerTest {
    @TempDir
    Path data;

    @Test
    void aMongodbThatTheEnvironmentNamesIsUsedAndNothingStarted() {
        String uri = "mongodb://db.example:27017/?replicaSet=rs0";
        try (MongoServer server = MongoServer.open(Map.of("CASEBOOK_MONGODB_URI", uri), data)) {
            assertThat(server.connectionString()).isEqualTo(uri);
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void withoutOneAMongodIsStarted() {
        try (MongoServer server = MongoServer.open(Map.of("CASEBOOK_MONGODB_URI", " "), data);
                MongoClient client = MongoClients.create(server.connectionString())) {
            assertThat(client.getDatabase("admin").runCommand(new Document("hello", 1)))
                    .containsEntry("setName", "casebook")
                    .containsEntry("isWritablePrimary", true);
        }
    }
}
