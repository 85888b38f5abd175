package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.attachments.AttachmentStore;
import casebook.events.ExhibitEvent;
import casebook.events.ExhibitFileAltered;
import casebook.events.ExhibitFileAttached;
import casebook.events.FileId;
import casebook.http.Role;
import casebook.ledger.LedgerReader;
import com.mongodb.client.MongoCollection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class AttachmentTest {

    /** As {@link RunningService} is configured. */
    private static final int LIMIT = 3 * 1024 * 1024;

    private static final AttachmentStore STORE = RunningService.bean(AttachmentStore.class);

    private final UUID exhibit = exhibit();

    @Test
    void aFileIsNamedInTheLedgerByWhatItsBytesSay() throws Exception {
        var bytes = bytes(2_000_000);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        var answer = put(bytes).expect(201);
        assertThat(answer.text("/id")).isEqualTo(exhibit.toString());
        assertThat(answer.header("Casebook-Position")).isEqualTo(answer.text("/position"));
        assertThat(attached()).singleElement().satisfies(file -> {
            assertThat(file.sha256().hex())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            assertThat(file.bytes()).isEqualTo(bytes.length);
            assertThat(file.mediaType()).isEqualTo("application/pdf");
            assertThat(file.version()).isEqualTo(1);
        });
        try (var kept = STORE.open(attached().getFirst().file())) {
            assertThat(kept.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void theSameBytesAgainGetTheFirstReceipt() {
        var first = put(bytes(100_000)).expect(201);
        var position = Recorded.position();
        assertThat(put(bytes(100_000)).expect(200).body()).isEqualTo(first.body());
        assertThat(Recorded.position()).isEqualTo(position);
        assertThat(uploads().countDocuments(ofExhibit())).isZero();
    }

    @Test
    void otherBytesAreANewVersionAndSoAreTheFirstOnesAfterThem() {
        put(bytes(10)).expect(201);
        put(bytes(11)).expect(200);
        put(bytes(10)).expect(200);
        assertThat(attached()).extracting(ExhibitFileAttached::version).containsExactly(1, 2, 3);
    }

    @Test
    void aFileOfTheLimitIsTakenAndOneByteMoreIsNot() {
        put(bytes(LIMIT + 1)).expect(413, "too-large");
        var ofUnknownLength = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes(LIMIT + 1)));
        Client.TAN_THANH.send("PUT", path(), ofUnknownLength).expect(413, "too-large");
        assertThat(attached()).isEmpty();
        assertThat(uploads().countDocuments(ofExhibit())).isZero();
        put(bytes(LIMIT)).expect(201);
    }

    @Test
    void onlyThoseWhoWorkOnTheCaseAttachAndOnlyWhatTheySee() {
        var body = BodyPublishers.ofByteArray(bytes(10));
        for (var reader : List.of(Client.ANALYST, Client.AUDITOR, Client.ADMIN)) {
            reader.send("PUT", path(), body).expect(403, "forbidden");
        }
        Client.NOBODY.send("PUT", path(), body).expect(401, "unauthenticated");
        Client.CHI_MA.send("PUT", path(), body).expect(404, "not-found");
        Client.COMMAND_22.send("PUT", path(), body).expect(404, "not-found");
        Client.TAN_THANH
                .send("PUT", "/exhibits/" + UUID.randomUUID() + "/file", body)
                .expect(404, "not-found");
        assertThat(attached()).isEmpty();
        Client.COMMAND_09.send("PUT", path(), body).expect(201);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        var uri = RunningService.uri("/api/v1" + path());
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            var token = RunningService.token(Role.STATION, "VN-09-TAN-THANH", null);
            var out = socket.getOutputStream();
            out.write(("PUT " + uri.getPath() + " HTTP/1.1\r\nHost: casebook\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Length: 2000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes(1_500_000));
            out.flush();
            Eventually.assertThat(() -> uploads().countDocuments(ofExhibit()) == 1);
        }
        Eventually.assertThat(() -> uploads().countDocuments(ofExhibit()) == 0);
        assertThat(attached()).isEmpty();
    }

    @Test
    void whatAProcessLeftBehindIsDeletedAndWhatAnEventNamesIsNot() throws IOException {
        put(bytes(10)).expect(201);
        var named = attached().getFirst().file();
        var orphan = new FileId(UUID.randomUUID());
        STORE.keep(orphan, new ByteArrayInputStream(bytes(2_000_000)), LIMIT);
        uploads().insertMany(List.of(longAgo(named), longAgo(orphan)));
        Eventually.assertThat(() -> uploads().countDocuments(ofExhibit()) == 0);
        assertThat(STORE.hash(named)).isEqualTo(attached().getFirst().sha256());
        assertThat(chunks(orphan)).isZero();
    }

    @Test
    void bytesThatAreChangedAreRecordedOnceAndTheFileCanBeAttachedAnew() {
        put(bytes(10)).expect(201);
        var file = attached().getFirst().file();
        chunks().updateOne(
                        new Document("files_id", file.toString()),
                        new Document("$set", new Document("data", new byte[10])));
        Eventually.assertThat(() -> !altered().isEmpty());
        assertThat(altered()).singleElement().satisfies(found -> {
            assertThat(found.file()).isEqualTo(file);
            assertThat(found.found()).isNotNull();
        });
        put(bytes(10)).expect(200);
        var again = attached().getLast().file();
        chunks().deleteOne(new Document("files_id", again.toString()));
        Eventually.assertThat(() -> altered().size() == 2);
        assertThat(altered().getLast().found()).isNull();
    }

    private static UUID exhibit() {
        var entry = "{\"id\": \"%s\", \"description\": \"A photograph\", \"custodian\": \"Captain Hoàng\"}";
        var id = UUID.randomUUID();
        Client.TAN_THANH
                .post("/incidents/" + Sample.filed() + "/exhibits", entry.formatted(id))
                .expect(201);
        return id;
    }

    private String path() {
        return "/exhibits/" + exhibit + "/file";
    }

    /** Says that it is something else than it is. */
    private Answer put(byte[] bytes) {
        return Client.TAN_THANH.send("PUT", path(), BodyPublishers.ofByteArray(bytes), "Content-Type", "text/html");
    }

    private List<ExhibitFileAttached> attached() {
        return events(ExhibitFileAttached.class);
    }

    private List<ExhibitFileAltered> altered() {
        return events(ExhibitFileAltered.class);
    }

    private <E extends ExhibitEvent> List<E> events(Class<E> type) {
        return RunningService.bean(LedgerReader.class).events(exhibit.toString(), Long.MAX_VALUE).stream()
                .map(message -> message.getPayload())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private Document longAgo(FileId file) {
        return ofExhibit()
                .append("_id", file.toString())
                .append("since", Date.from(Instant.now().minus(Duration.ofHours(2))))
                .append("givenUp", false);
    }

    private Document ofExhibit() {
        return new Document("exhibit", exhibit.toString());
    }

    private static long chunks(FileId file) {
        return chunks().countDocuments(new Document("files_id", file.toString()));
    }

    private static MongoCollection<Document> chunks() {
        return RunningService.database().getCollection("attachments.chunks");
    }

    private static MongoCollection<Document> uploads() {
        return RunningService.database().getCollection("attachment_uploads");
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
