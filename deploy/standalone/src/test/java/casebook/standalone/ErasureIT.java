package casebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.mongod.SharedMongod;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person is forgotten by all that Casebook keeps, writes and answers, and nothing else changes by it. */
class ErasureIT {

    private static final String DATABASE = "erasure-" + UUID.randomUUID();
    private static final String NAME = "Phùng Bảo Khuê";
    private static final String NUMBER = "0417-880-263";
    private static final String CONTACT = "0903 771 458";
    private static final List<String> TRACES = List.of(NAME, "Khuê", NUMBER, "0417880263", CONTACT, "P*** B*** K***");

    private final String incident = UUID.randomUUID().toString();
    private final String person = UUID.randomUUID().toString();
    private final String caseFile = UUID.randomUUID().toString();

    @TempDir
    private Path data;

    @Test
    void afterAnErasureNoTraceIsLeftAndEveryProofAndFigureStands() throws Exception {
        try (var mongo = MongoClients.create(SharedMongod.connectionString());
                var casebook = RunningStandalone.start(data, where())) {
            var admin = Officer.admin(casebook);
            var station = admin.station("VN-31-KHUE", "Trạm");
            var command = admin.command("VN-31", "Chỉ huy");
            file(admin, station);
            assertThat(named(station)).contains(NAME, NUMBER, CONTACT);
            assertThat(station.get("/incidents/" + incident).toString()).contains("P*** B*** K***");
            var figures = figures(admin);
            var before = bundle(admin, casebook, "before.zip");
            var wrapped = key(mongo);

            command.post("/cases/" + caseFile + "/hold", Map.of("reason", "an appeal"))
                    .done();
            assertThat(erase(admin).status()).isEqualTo(409);
            command.post("/cases/" + caseFile + "/release-hold", Map.of("reason", "decided"))
                    .done();
            erase(admin).done();

            assertForgotten(admin, station, casebook, mongo);
            assertThat(traces(mongo, DATABASE, List.of(new String(wrapped, StandardCharsets.ISO_8859_1))))
                    .isEmpty();
            assertThat(figures(admin)).isEqualTo(figures);
            assertSound(admin, casebook, before);
            assertThat(station.get("/incidents/" + incident + "/history").toString())
                    .contains("PersonalDataErased", "asked for by the person", "Quản trị", person);

            casebook.kill();
            casebook.start();
            var again = Officer.admin(casebook);
            var stationAgain = again.station("VN-31-KHUE", "Trạm");
            assertThat(stationAgain.post("/incidents", filing()).status()).isEqualTo(200);
            assertThat(erase(again).status()).isEqualTo(200);
            assertForgotten(again, stationAgain, casebook, mongo);
            assertSound(again, casebook, before);
        }
    }

    private static Map<String, String> where() {
        return Map.of("CASEBOOK_MONGODB_URI", SharedMongod.connectionString(), "CASEBOOK_DATABASE", DATABASE);
    }

    private void file(Officer admin, Officer station) throws Exception {
        admin.put("/stations/VN-31-KHUE", Map.of("name", "Khu", "province", "VN-31", "country", "VN"))
                .done();
        station.post("/incidents", filing()).done();
        station.post("/cases", Map.of("id", caseFile, "title", "Salt", "incidents", List.of(incident)))
                .done();
        var amendment = Map.of("reason", "spelt again", "changes", Map.of("subjects", List.of(subject())));
        station.post("/incidents/" + incident + "/amendments", amendment).done();
        var second = Map.of("role", "WITNESS", "name", "Lò Thị Mai", "birthYear", 1980);
        station.post("/incidents/" + incident + "/subjects", second).done();
    }

    private Map<String, Object> filing() {
        return Map.of(
                "id", incident,
                "station", "VN-31-KHUE",
                "category", "GOODS_SMUGGLING",
                "occurredAt", "2019-05-06T07:08:00+07:00",
                "summary", "Salt without papers",
                "subjects", List.of(subject()));
    }

    private Map<String, Object> subject() {
        return Map.of(
                "id",
                person,
                "role",
                "SUSPECT",
                "name",
                NAME,
                "birthYear",
                1971,
                "document",
                Map.of("type", "ID", "number", NUMBER),
                "contact",
                CONTACT);
    }

    private Officer.Answer erase(Officer admin) throws Exception {
        return admin.delete("/subjects/" + person + "/personal-data", Map.of("reason", "asked for by the person"));
    }

    private String named(Officer officer) throws Exception {
        return officer.get("/incidents/" + incident, "vi", "Casebook-Purpose", "inquiry")
                .toString();
    }

    private String figures(Officer admin) throws Exception {
        return admin.get("/statistics/yearly?province=VN-31")
                .json()
                .path("years")
                .toString();
    }

    private Path bundle(Officer admin, RunningStandalone casebook, String name) throws Exception {
        casebook.checkpoint();
        return casebook.download(
                "/api/v1/audit/bundle?case=" + caseFile, admin.auditor().token(), data.resolve(name));
    }

    /** By what is read and exported in every way, and by all that is stored and logged. */
    private void assertForgotten(Officer admin, Officer station, RunningStandalone casebook, MongoClient mongo)
            throws Exception {
        var auditor = admin.auditor();
        for (var answer : List.of(
                named(station),
                station.get("/incidents/" + incident).toString(),
                station.get("/incidents/" + incident + "/history").toString(),
                station.get("/incidents?station=VN-31-KHUE").toString(),
                station.get("/incidents?station=VN-31-KHUE&format=csv").toString(),
                station.get("/cases/" + caseFile, "vi", "Casebook-Purpose", "inquiry")
                        .toString(),
                station.get("/cases/" + caseFile + "/history").toString(),
                auditor.get("/audit/events").toString(),
                auditor.get("/audit/timeline/" + caseFile).toString(),
                casebook.output(),
                Files.readString(data.resolve("casebook/casebook.log")))) {
            assertThat(answer).doesNotContain(TRACES);
        }
        try (var bundle = new ZipFile(bundle(admin, casebook, "after.zip").toFile())) {
            for (var entry : bundle.stream().toList()) {
                assertThat(new String(bundle.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                        .as(entry.getName())
                        .doesNotContain(TRACES);
            }
        }
        assertThat(traces(mongo, DATABASE, TRACES)).isEmpty();
        assertThat(traces(mongo, "local", List.of(NAME, NUMBER, CONTACT))).isEmpty();
    }

    /** Which collections hold one of these texts, as UTF-8 or in base64, in the raw bytes of any document: GridFS and the oplog too. */
    private static List<String> traces(MongoClient mongo, String database, List<String> texts) {
        var found = new ArrayList<String>();
        for (var name : mongo.getDatabase(database).listCollectionNames()) {
            for (var document : mongo.getDatabase(database)
                    .getCollection(name, RawBsonDocument.class)
                    .find()) {
                var bytes = bytes(document);
                texts.stream()
                        .filter(text -> bytes.contains(text)
                                || bytes.contains(
                                        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                                || bytes.contains(Base64.getEncoder()
                                        .withoutPadding()
                                        .encodeToString(text.getBytes(StandardCharsets.UTF_8))))
                        .forEach(text -> found.add(name + ": " + text));
            }
        }
        return found;
    }

    private static String bytes(RawBsonDocument document) {
        var buffer = document.getByteBuffer();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The wrapped key as it was stored, which the erasure is to remove. */
    private byte[] key(MongoClient mongo) {
        var keys = mongo.getDatabase(DATABASE).getCollection("person_keys");
        return Objects.requireNonNull(keys.find(new Document("_id", person)).first())
                .get("key", Binary.class)
                .getData();
    }

    private void assertSound(Officer admin, RunningStandalone casebook, Path bundle) throws Exception {
        var verified = casebook.post(
                casebook.queryPort, "/api/v1/audit/verify", "", admin.auditor().token());
        assertThat(verified.body().lines().toList().getLast()).contains("\"ok\":true");
        var keys = data.resolve("casebook/checkpoint-keys").toString();
        var auditor = AuditorsProgram.run("bundle", bundle.toString(), "--key", keys);
        assertThat(auditor.exitCode()).as(auditor.output()).isZero();
    }
}
