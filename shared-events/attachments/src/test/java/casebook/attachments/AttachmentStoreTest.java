package casebook.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.events.FileId;
import casebook.mongod.SharedMongod;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentStoreTest {

    private static final MongoClient MONGO = MongoClients.create(SharedMongod.connectionString());
    private static final MongoDatabase DATABASE = MONGO.getDatabase("attachments-" + UUID.randomUUID());
    private static final long LIMIT = 3_000_000;

    private final AttachmentStore store = new AttachmentStore(DATABASE);
    private final FileId file = new FileId(UUID.randomUUID());

    @AfterAll
    static void drop() {
        DATABASE.drop();
        MONGO.close();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "65536", "65537", "1048576", "2999999", "3000000"})
    void bytesComeBackAsTheyWereSent(int length) throws Exception {
        var bytes = bytes(length);
        var kept = store.keep(file, new ByteArrayInputStream(bytes), LIMIT);
        assertThat(kept.bytes()).isEqualTo(length);
        assertThat(kept.sha256().hex())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(store.hash(file)).isEqualTo(kept.sha256());
        try (var in = store.open(file)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void aByteTooManyIsTooLargeAndLeavesNothing() {
        assertThatThrownBy(() -> store.keep(file, new ByteArrayInputStream(bytes((int) LIMIT + 1)), LIMIT))
                .isInstanceOf(FileTooLarge.class);
        assertThatNothingIsKept();
    }

    @Test
    void aBrokenConnectionLeavesNothing() {
        var broken = new SequenceInputStream(new ByteArrayInputStream(bytes(2_500_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("hung up");
            }
        });
        assertThatThrownBy(() -> store.keep(file, broken, LIMIT)).hasMessage("hung up");
        assertThatNothingIsKept();
    }

    @Test
    void whatAProcessLeftBehindThatDiedOnTheWayIsDeleted() {
        DATABASE.getCollection("attachments.chunks")
                .insertOne(
                        new Document("files_id", file.toString()).append("n", 0).append("data", bytes(10)));
        store.delete(file);
        assertThatNothingIsKept();
        store.delete(file);
    }

    @Test
    void bytesThatWereChangedHaveAnotherHash() throws IOException {
        var kept = store.keep(file, new ByteArrayInputStream(bytes(2_000_000)), LIMIT);
        var ofFile = new Document("files_id", file.toString()).append("n", 1);
        DATABASE.getCollection("attachments.chunks")
                .updateOne(ofFile, new Document("$set", new Document("data", bytes(2_000_000 - 1_048_576))));
        assertThat(store.hash(file)).isNotEqualTo(kept.sha256());
        DATABASE.getCollection("attachments.chunks").deleteOne(ofFile);
        assertThatThrownBy(() -> store.hash(file)).isInstanceOf(FileUnreadable.class);
        store.delete(file);
        assertThatThrownBy(() -> store.hash(file)).isInstanceOf(FileUnreadable.class);
        assertThatThrownBy(() -> store.open(file)).isInstanceOf(FileUnreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, application/pdf",
        "GIF89a, image/gif",
        "<html><body>x</body></html>, text/html",
        "Tea without papers, text/plain"
    })
    void theTypeIsWhatTheBytesSay(String text, String type) throws IOException {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(store.keep(file, new ByteArrayInputStream(bytes), LIMIT).mediaType())
                .isEqualTo(type);
    }

    private void assertThatNothingIsKept() {
        var ofFile = new Document("files_id", file.toString());
        assertThat(DATABASE.getCollection("attachments.chunks").countDocuments(ofFile))
                .isZero();
        assertThat(DATABASE.getCollection("attachments.files").countDocuments(new Document("_id", file.toString())))
                .isZero();
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
