package casebook.query.audit.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import casebook.events.IncidentAccepted;
import casebook.events.IncidentId;
import casebook.events.PersonalData;
import casebook.events.Sex;
import casebook.events.Subject;
import casebook.events.SubjectAdded;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.audit.Signing;
import casebook.transparency.Hash;
import casebook.transparency.LedgerEntry;
import casebook.transparency.LogProof;
import casebook.transparency.NoteCheck;
import casebook.transparency.SignedCheckpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

class BundleHttpTest extends ServiceTest {

    private static final String AUDITOR = Tokens.of(Role.AUDITOR);
    private static final String BUNDLE = "/api/v1/audit/bundle";
    private static final String NAME = "Lò Thị Mẩy";
    private static final String NOTE = "Đã kiểm kê tang vật: ễ ự ặ <b>友</b>";

    @Test
    void bundleHasTheFilesOfTheContractAndTheirSums() throws IOException {
        var caseFile = caseWithTwoIncidents();
        Signing.sign(FEED);
        var files = bundle("case", caseFile);
        var proofs = files.keySet().stream()
                .filter(name -> name.startsWith("proofs/"))
                .toList();
        assertThat(proofs).hasSize(6);
        assertThat(files.keySet())
                .filteredOn(name -> !proofs.contains(name))
                .containsExactlyInAnyOrder(
                        "checkpoint",
                        "key.vkey",
                        "events.ndjson",
                        "proofs.json",
                        "timeline.html",
                        "timeline.pdf",
                        "attachments.json",
                        "README.txt",
                        "SHA256SUMS");
        var sums = text(files, "SHA256SUMS")
                .lines()
                .collect(Collectors.toMap(line -> line.substring(66), line -> line.substring(0, 64)));
        assertThat(sums.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        without(files, "SHA256SUMS").keySet());
        sums.forEach((name, sum) -> assertThat(sha256(files.get(name))).as(name).isEqualTo(sum));
        assertThat(text(files, "attachments.json")).isEqualTo("{\"attachments\":[]}\n");
    }

    @Test
    void eventsAreTheLinesOfTheTimelineAndEachIsProvenByTheCheckpoint() throws IOException {
        var caseFile = caseWithTwoIncidents();
        Signing.sign(FEED);
        var files = bundle("case", caseFile);
        assertThat(files.get("events.ndjson"))
                .isEqualTo(read(AUDITOR, "/api/v1/audit/timeline/" + caseFile)
                        .expectBody()
                        .returnResult()
                        .getResponseBody());
        var checkpoint = SignedCheckpoint.parse(files.get("checkpoint"));
        assertThat(text(files, "key.vkey")).isEqualTo(Signing.key() + "\n");
        assertThat(checkpoint.check(List.of(Signing.key()))).isInstanceOf(NoteCheck.Verified.class);
        var listed = JsonMapper.shared().readTree(files.get("proofs.json")).path("proofs");
        var lines = text(files, "events.ndjson").lines().toList();
        assertThat(listed.size()).isEqualTo(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            var entry = new LedgerEntry(lines.get(i).getBytes(UTF_8));
            var index = entry.index().orElseThrow();
            var proof = LogProof.parse(files.get("proofs/" + index + ".tlog-proof"));
            assertThat(proof.checkpoint()).isEqualTo(checkpoint);
            assertThat(proof.check(entry.leaf()).holds()).isTrue();
            assertThat(listed.get(i).path("index").asLong()).isEqualTo(index);
            assertThat(listed.get(i).path("size").asLong())
                    .isEqualTo(checkpoint.checkpoint().size());
            assertThat(listed.get(i).path("hashes").valueStream().map(hash -> Hash.ofBase64(hash.asString())))
                    .isEqualTo(proof.inclusion().hashes());
        }
    }

    @Test
    void timelineIsReadInBothLanguagesAndNamesNoPerson() throws IOException {
        var caseFile = caseWithTwoIncidents();
        Signing.sign(FEED);
        var files = bundle("case", caseFile);
        var html = text(files, "timeline.html");
        var pdf = textOf(files.get("timeline.pdf"));
        for (var words : List.of(
                "Diễn biến hồ sơ",
                "Timeline of a case",
                "Báo cáo được chấp nhận.",
                "The report was accepted.",
                "Trần Thị Đào",
                "2024-05-01 07:00")) {
            assertThat(html).contains(words);
            assertThat(pdf).contains(words);
        }
        assertThat(html).contains("ễ ự ặ &lt;b&gt;友&lt;/b&gt;");
        assertThat(pdf).contains("ễ ự ặ <b>[U+53CB]</b>");
        assertThat(html).doesNotContain(NAME).doesNotContain("KX-0815");
        assertThat(pdf).doesNotContain("Mẩy").doesNotContain("KX-0815");
    }

    @Test
    void commandsOfTheReadMeProveTheEvents(@TempDir Path folder) throws Exception {
        for (var tool : List.of("bash", "sha256sum", "base64", "xxd", "openssl")) {
            assumeTrue(run(folder, "command -v " + tool).contains(tool), tool);
        }
        var caseFile = caseWithTwoIncidents();
        Signing.sign(FEED);
        var files = bundle("case", caseFile);
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        var commands = text(files, "README.txt")
                .lines()
                .takeWhile(line -> !line.startsWith("CÁCH"))
                .dropWhile(line -> !line.startsWith("Step 1."))
                .filter(line -> line.startsWith("    "))
                .map(line -> line.replace("/tmp/", folder + "/"))
                .collect(Collectors.joining("\n"));
        assertThat(run(folder, commands))
                .contains("timeline.pdf: OK", "Signature Verified Successfully", ": proven")
                .doesNotContain("NOT PROVEN", "FAILED");
        Files.writeString(
                folder.resolve("events.ndjson"), text(files, "events.ndjson").replace("reeds", "weeds"));
        assertThat(run(folder, commands)).contains("events.ndjson: FAILED", "NOT PROVEN");
    }

    @Test
    void incidentIsBundledWithItsCases() throws IOException {
        var filed = Sample.filed(Sample.incident(), 1);
        var other = Sample.filed(Sample.incident(), 2);
        FEED.append(filed, other);
        FEED.append(Sample.opened(Sample.caseFile(), filed, other));
        Signing.sign(FEED);
        var answer = read(AUDITOR, BUNDLE + "?incident=" + filed.incident())
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectHeader()
                .exists("Casebook-Position")
                .expectHeader()
                .valueEquals(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"incident-" + filed.incident() + ".zip\"");
        assertThat(text(unzip(answer), "events.ndjson").lines())
                .hasSize(2)
                .first()
                .asString()
                .contains(filed.incident().toString());
    }

    @Test
    void bundleWaitsForACheckpointThatCoversItsEvents() throws Exception {
        var filed = Sample.filed(Sample.incident(), 1);
        FEED.append(filed);
        read(AUDITOR, BUNDLE + "?incident=" + filed.incident())
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://casebook.example/problems/checkpoint-behind");
        var signing = Thread.ofVirtual().start(() -> Signing.sign(FEED));
        bundle("incident", filed.incident());
        signing.join();
    }

    @Test
    void whatIsUnknownOrOfAnotherKindIsNotFound() {
        var filed = Sample.filed(Sample.incident(), 1);
        var caseFile = Sample.caseFile();
        FEED.append(filed);
        FEED.append(Sample.opened(caseFile, filed));
        for (var query : List.of("case=" + UUID.randomUUID(), "case=" + filed.incident(), "incident=" + caseFile)) {
            read(AUDITOR, BUNDLE + "?" + query).expectStatus().isNotFound();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'case,incident'",
        "case=1a&incident=2b, 'case,incident'",
        "case=1a, case",
        "incident=, incident",
    })
    void everyBadParameterIsNamed(String query, String faults) {
        var body = read(AUDITOR, BUNDLE + "?" + query)
                .expectStatus()
                .isBadRequest()
                .expectBody();
        assertThat(names(body, "$.errors[*].parameter")).containsExactlyInAnyOrder(faults.split(","));
    }

    @Test
    void bundlesAreForAuditors() {
        for (var role : List.of(Role.STATION, Role.COMMAND, Role.ANALYST, Role.ADMIN)) {
            read(Tokens.of(role), BUNDLE + "?case=1").expectStatus().isForbidden();
        }
    }

    /** A case with two incidents, one of them with a person, and six events. */
    private static Object caseWithTwoIncidents() {
        var first = Sample.incident();
        var filed = Sample.filed(first, 1);
        var second = Sample.filed(Sample.incident(), 2);
        var caseFile = Sample.caseFile();
        FEED.as("Trần Thị Đào").at("2024-05-01T00:00:00Z").append(filed, second);
        FEED.append(Sample.opened(caseFile, filed, second));
        FEED.append(Sample.note(caseFile, NOTE));
        FEED.append(new IncidentAccepted(first), new SubjectAdded(first, person()));
        FEED.as("Nguyen Van A");
        return caseFile;
    }

    private static Subject person() {
        var id = new SubjectId(UUID.randomUUID());
        var data = new PersonalData(NAME, 1988, new PersonalData.Document("ID", "KX-0815"), null, null);
        return new Subject(
                id, SubjectRole.SUSPECT, Sex.FEMALE, null, VAULT.seal(id, new IncidentId(UUID.randomUUID()), data));
    }

    private Map<String, byte[]> bundle(String kind, Object id) throws IOException {
        return unzip(
                read(AUDITOR, BUNDLE + "?" + kind + "=" + id).expectStatus().isOk());
    }

    private static Map<String, byte[]> unzip(WebTestClient.ResponseSpec answer) throws IOException {
        var body = answer.expectBody().returnResult().getResponseBody();
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Objects.requireNonNull(body)), UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (var reader = new PdfReader(pdf)) {
            var text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
            }
            return text.toString();
        }
    }

    private static String run(Path folder, String commands) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }

    private static Map<String, byte[]> without(Map<String, byte[]> files, String name) {
        var others = new LinkedHashMap<>(files);
        others.remove(name);
        return others;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
