package casebook.query.attachments.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.attachments.AttachmentStore;
import casebook.events.ExhibitEntered;
import casebook.events.ExhibitFileAttached;
import casebook.events.ExhibitId;
import casebook.events.FileId;
import casebook.events.IncidentId;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.StationCode;
import casebook.events.Unit;
import casebook.http.Role;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class AttachmentTest extends ServiceTest {

    private static final StationCode STATION = new StationCode("VN-09-FILES");
    private static final String MINE = Tokens.station(STATION.value());
    private static final AttachmentStore STORE = new AttachmentStore(FEED.database());

    private final ExhibitId exhibit = new ExhibitId(UUID.randomUUID());

    @Test
    void theNewestVersionComesBackByteForByteWithItsSniffedType() throws IOException {
        enter();
        attach("first".getBytes(StandardCharsets.UTF_8), 1);
        var bytes = bytes(3_000_000);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        attach(bytes, 2);
        file(MINE)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .contentLength(bytes.length)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Casebook-Position", FEED.reader().position())
                .expectBody()
                .consumeWith(body -> assertThat(body.getResponseBody()).isEqualTo(bytes));
    }

    @Test
    void thereIsNothingUntilAnUploadIsComplete() throws IOException {
        enter();
        STORE.keep(new FileId(UUID.randomUUID()), new ByteArrayInputStream(bytes(10)), 10);
        file(MINE).expectStatus().isNotFound();
    }

    @Test
    void whoeverMayNotSeeTheIncidentFindsNothing() throws IOException {
        enter();
        attach(bytes(10), 1);
        file(Tokens.station("VN-09-OTHER")).expectStatus().isNotFound();
        file(Tokens.command("VN-22")).expectStatus().isNotFound();
        file(Tokens.command("VN-09")).expectStatus().isOk();
        file(Tokens.of(Role.AUDITOR)).expectStatus().isOk();
        file(Tokens.of(Role.ANALYST)).expectStatus().isForbidden();
        file(Tokens.of(Role.ADMIN)).expectStatus().isForbidden();
        read(MINE, "/api/v1/exhibits/{id}/file", UUID.randomUUID())
                .expectStatus()
                .isNotFound();
        read(MINE, "/api/v1/exhibits/none/file").expectStatus().isNotFound();
    }

    @Test
    void bytesThatWereChangedAreNotHandedOut() throws IOException {
        enter();
        var file = attach(bytes(2_000_000), 1);
        FEED.database()
                .getCollection("attachments.chunks")
                .updateOne(
                        new Document("files_id", file.toString()).append("n", 1),
                        new Document("$set", new Document("data", bytes(2_000_000 - 1_048_576))));
        file(MINE)
                .expectStatus()
                .isEqualTo(500)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://casebook.example/problems/attachment-altered");
        STORE.delete(file);
        file(MINE).expectStatus().isEqualTo(500);
        as(MINE).get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .value(metrics -> assertThat(metrics).contains("casebook_attachments_altered_total 2.0"));
    }

    @Test
    void aPositionThatTheLedgerHasNotReachedIsAskedForAgainLater() throws IOException {
        enter();
        attach(bytes(10), 1);
        as(MINE).get()
                .uri("/api/v1/exhibits/{id}/file", exhibit)
                .header("Casebook-Min-Position", Long.toString(Long.MAX_VALUE))
                .exchange()
                .expectStatus()
                .isEqualTo(503);
    }

    private ResponseSpec file(String token) {
        return read(token, "/api/v1/exhibits/{id}/file", exhibit);
    }

    private void enter() {
        FEED.append(new ExhibitEntered(
                exhibit,
                new IncidentId(UUID.randomUUID()),
                STATION,
                new ProvinceCode("VN-09"),
                null,
                "A photograph",
                Quantity.of("1"),
                Unit.UNIT,
                "Captain Hoàng",
                null));
    }

    private FileId attach(byte[] bytes, int version) throws IOException {
        var file = new FileId(UUID.randomUUID());
        var kept = STORE.keep(file, new ByteArrayInputStream(bytes), bytes.length);
        FEED.append(new ExhibitFileAttached(exhibit, file, kept.sha256(), kept.bytes(), kept.mediaType(), version));
        return file;
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
