package casebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that the services do, done with the rights that they are deployed with and no others; and what they say of persons meanwhile. */
class LeastPrivilegeIT {

    private static final String STATION = "VN-61-QUYEN";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String NAME = "Quzwy Văn Xuxk";
    private static final String PAPERS = "QZW-0417-880";
    private static final String CONTACT = "0977-qzw-458";
    private static final String YEAR = "1907";

    /** What is told of persons, in whole and in part. */
    private static final List<String> MARKED = List.of(
            NAME,
            "Quzwy",
            "Xuxk",
            PAPERS,
            "QZW0417880",
            CONTACT,
            "qzw-458",
            "birthYear\":" + YEAR,
            "birthYear=" + YEAR);

    /** All that anybody says whom an operator can have talk by one setting. */
    private static final List<String> SETTINGS = List.of(
            "--logging.level.root=DEBUG",
            "--logging.threshold.console=OFF",
            "--casebook.deadlines.every=1s",
            "--casebook.retention.years.GOODS_SMUGGLING=1");

    @TempDir
    private static Path folder;

    private static Deployed casebook;
    private static Officer admin;
    private static Officer station;
    private static Officer command;
    private static Officer auditor;

    @BeforeAll
    static void start() throws Exception {
        casebook = Deployed.start(folder, SETTINGS);
        admin = casebook.admin();
        station = admin.station(STATION, "Trạm Quyền");
        command = admin.command("VN-61", "Chỉ huy");
        auditor = admin.auditor();
        admin.put("/stations/" + STATION, Map.of("name", "Quyền", "province", "VN-61", "country", "VN"))
                .done();
    }

    @AfterAll
    static void stop() throws IOException {
        if (casebook != null) {
            casebook.close();
        }
    }

    @Test
    void everythingWorksWithTheRightsThatAreDeployed() throws Exception {
        var incident = id();
        var person = id();
        station.post("/incidents", filing(incident, person)).done();
        assertThat(admin.get("/retention/proposals").done().path("items").toString())
                .contains(person);
        station.post(
                        "/incidents/" + incident + "/amendments",
                        Map.of("reason", "counted again", "changes", Map.of("summary", "More salt")))
                .done();
        var file = id();
        station.post("/cases", Map.of("id", file, "title", "Salt", "incidents", List.of(incident)))
                .done();
        command.post("/cases/" + file + "/seal", Map.of("reason", "an informer", "officers", List.of("Chỉ huy")))
                .done();
        assertThat(station.get("/cases/" + file).status()).isEqualTo(404);
        command.post("/cases/" + file + "/unseal", Map.of("reason", "over")).done();
        keepAnExhibit(incident);
        assertThat(clear(incident)).contains(NAME, PAPERS, CONTACT);
        assertThat(auditor.get("/audit/access?subject=" + person).toString()).contains("\"what\":\"PERSON\"");
        eventually(
                "a missed deadline",
                () -> station.get("/incidents/" + incident + "/history"),
                history -> history.toString().contains("DeadlineMissed"));
        eraseAsFarAsMayBe(file, person);
        assertThat(clear(incident)).doesNotContain(NAME);
        rebuildAndVerify();
        assertThat(station.get("/statistics/yearly?format=csv").status()).isEqualTo(200);
    }

    private void keepAnExhibit(String incident) throws Exception {
        var exhibit = id();
        station.post(
                        "/incidents/" + incident + "/exhibits",
                        Map.of("id", exhibit, "description", "Sacks", "custodian", "Trạm Quyền"))
                .done();
        var bytes = "what was found".getBytes();
        station.put("/exhibits/" + exhibit + "/file", bytes).done();
        assertThat(station.get("/exhibits/" + exhibit + "/file").bytes()).isEqualTo(bytes);
    }

    private void eraseAsFarAsMayBe(String file, String person) throws Exception {
        var erasure = Map.of("reason", "asked for");
        command.post("/cases/" + file + "/hold", Map.of("reason", "an appeal")).done();
        assertThat(admin.delete("/subjects/" + person + "/personal-data", erasure)
                        .status())
                .isEqualTo(409);
        command.post("/cases/" + file + "/release-hold", Map.of("reason", "decided"))
                .done();
        admin.delete("/subjects/" + person + "/personal-data", erasure).done();
    }

    private void rebuildAndVerify() throws Exception {
        for (var projection : List.of("incidents", "cases", "statistics")) {
            var path = "/projections/" + projection + "/rebuild";
            assertThat(post(casebook.queryPort(), path, "", admin.token()).statusCode())
                    .isEqualTo(202);
            eventually(
                    "a new generation",
                    () -> admin.get(path),
                    answer -> answer.toString().contains("\"done\":true"));
        }
        for (var verification : List.of("/audit/verify", "/audit/verify/access")) {
            assertThat(post(casebook.queryPort(), verification, "", auditor.token())
                            .body())
                    .contains("\"ok\":true");
        }
        for (var log : List.of("/audit", "/audit/access")) {
            assertThat(auditor.get(log + "/checkpoint").status()).isEqualTo(200);
            assertThat(auditor.get(log + "/key").status()).isEqualTo(200);
        }
    }

    @Test
    void noServiceCanChangeWhatItAppended() throws Exception {
        station.post("/incidents", filing(id(), id())).done();
        assertUntouchable(casebook.asCommandService(), "casebook_ledger");
        assertUntouchable(casebook.asQueryService(), "casebook_ledger");
        assertUntouchable(casebook.asQueryService(), "casebook_access");
        eventually(
                "both have asked",
                () -> casebook.log(),
                log -> log.contains("in casebook_access.ledger at most")
                        && log.lines()
                                        .filter(line -> line.contains("in casebook_ledger.ledger at most"))
                                        .count()
                                == 2);
        assertThat(figures(casebook.commandPort())).contains("casebook_ledger_protected 1.0");
        assertThat(figures(casebook.queryPort()))
                .contains("casebook_ledger_protected 1.0", "casebook_access_protected 1.0");
    }

    private static void assertUntouchable(MongoClient client, String database) {
        var ledger = client.getDatabase(database).getCollection("ledger");
        assertRefused(() -> ledger.updateOne(Filters.empty(), Updates.set("n", 0)));
        assertRefused(() -> ledger.replaceOne(Filters.empty(), new Document()));
        assertRefused(() -> ledger.deleteOne(Filters.empty()));
        assertRefused(
                () -> ledger.createIndex(Indexes.ascending("t"), new IndexOptions().expireAfter(0L, TimeUnit.DAYS)));
        assertRefused(ledger::drop);
        assertRefused(() -> client.getDatabase(database).drop());
    }

    private static void assertRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        refusal -> assertThat(refusal.getErrorCodeName()).isEqualTo("Unauthorized"));
    }

    @Test
    void noLogMetricOrErrorTellsWhatWasSaidOfAPerson() throws Exception {
        var incident = id();
        var person = id();
        var answers = new ArrayList<String>();
        station.post("/incidents", filing(incident, person)).done();
        assertThat(clear(incident)).contains(NAME, YEAR);
        assertThat(station.get("/incidents/" + incident).toString()).doesNotContain(NAME, PAPERS, CONTACT);
        answers.add(figures(casebook.commandPort()));
        for (var body : faulty(incident, person)) {
            answers.add(refused(casebook.commandPort(), "/incidents", body, station.token()));
        }
        answers.add(refused(casebook.commandPort(), "/incidents/" + incident + "/subjects", NAME, station.token()));
        answers.add(refused(
                casebook.commandPort(),
                "/incidents/batch",
                Officer.json(filing(incident, person)).replace("SUSPECT", NAME) + "\n{" + NAME,
                station.token(),
                "Content-Type",
                "application/x-ndjson"));
        answers.add(refused(
                casebook.commandPort(),
                "/incidents/batch",
                "id,station\n" + NAME,
                station.token(),
                "Content-Type",
                "text/csv"));
        answers.add(
                refused(casebook.commandPort(), "/incidents", NAME, station.token(), "Content-Type", "text/" + PAPERS));
        answers.add(refused(casebook.commandPort(), "/incidents", "{}", "Bearer." + PAPERS));
        for (var query : List.of(
                "station=" + PAPERS, "from=" + PAPERS, "near=" + PAPERS, "cursor=" + PAPERS, "sort=" + PAPERS)) {
            answers.add(station.get("/incidents?" + query).toString());
        }
        answers.add(station.get("/incidents/" + PAPERS).toString());
        answers.add(station.get("/" + PAPERS).toString());
        assertThat(station.get("/incidents?q=" + PAPERS).status()).isEqualTo(200);
        assertThat(station.get("/incidents?format=csv").toString()).doesNotContain(MARKED);
        admin.delete("/subjects/" + person + "/personal-data", Map.of("reason", "asked for"))
                .done();
        answers.add(figures(casebook.commandPort()));
        answers.add(figures(casebook.queryPort()));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(withoutAddress(answer)).doesNotContain(MARKED));
        assertThat(casebook.log()).contains("DEBUG").doesNotContain(MARKED);
    }

    /** A problem repeats the address that was asked for, to who asked. */
    private static String withoutAddress(String answer) {
        return answer.replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    /** The words about a person where they do not belong, in a body that is no JSON, too long, or of another report. */
    private static List<String> faulty(String incident, String person) {
        var bodies = new ArrayList<String>();
        for (var member :
                List.of("station", "category", "occurredAt", "source", "place", "seizures", "unnamed", "id")) {
            var filing = filing(id(), id());
            filing.put(member, NAME);
            bodies.add(Officer.json(filing));
        }
        for (var member : List.of("role", "sex", "birthYear", "nationality", "document", "id")) {
            var subject = subject(id());
            subject.put(member, NAME + PAPERS);
            bodies.add(Officer.json(with(subject)));
        }
        var year = subject(id());
        year.put("birthYear", -1907);
        bodies.add(Officer.json(with(year)));
        var good = Officer.json(filing(id(), id()));
        bodies.add(good.replace("\"" + NAME + "\"", "\"" + NAME));
        bodies.add(good.replace("\"" + NAME + "\"", NAME));
        bodies.add(good.replace("{\"", "{" + NAME + "\""));
        bodies.add(good.replace("\"" + NAME + "\"", "\"" + NAME + "\",\"name\":\"" + NAME + "\""));
        bodies.add(good.replace(NAME, NAME.repeat(100_000)));
        bodies.add(good.replace(NAME, NAME.repeat(5_000)));
        var other = filing(incident, person);
        other.put("summary", "Something else");
        bodies.add(Officer.json(other));
        return bodies;
    }

    private static Map<String, Object> with(Map<String, Object> subject) {
        var filing = filing(id(), id());
        filing.put("subjects", List.of(subject));
        return filing;
    }

    private static Map<String, Object> filing(String incident, String person) {
        return new HashMap<>(Map.of(
                "id",
                incident,
                "station",
                STATION,
                "category",
                "GOODS_SMUGGLING",
                "occurredAt",
                Instant.now()
                        .minus(900, ChronoUnit.DAYS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                "summary",
                "Salt without papers",
                "subjects",
                List.of(subject(person))));
    }

    private static Map<String, Object> subject(String id) {
        return new HashMap<>(Map.of(
                "id",
                id,
                "role",
                "SUSPECT",
                "name",
                NAME,
                "birthYear",
                Integer.parseInt(YEAR),
                "document",
                Map.of("type", "ID", "number", PAPERS),
                "contact",
                CONTACT));
    }

    private static String clear(String incident) throws Exception {
        return station.get("/incidents/" + incident, "vi", "Casebook-Purpose", "inquiry")
                .toString();
    }

    private static String figures(int port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        }
    }

    /** The whole answer, headers too; a batch is answered line by line. */
    private static String refused(int port, String path, String body, String token, String... headers)
            throws Exception {
        var answer = post(port, path, body, token, headers);
        if (!path.endsWith("/batch")) {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        }
        return answer.headers().map() + answer.body();
    }

    private static HttpResponse<String> post(int port, String path, String body, String token, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static <T> void eventually(String what, Callable<T> look, Predicate<T> comes) throws Exception {
        var deadline = Instant.now().plus(PATIENCE);
        var found = look.call();
        while (!comes.test(found)) {
            assertThat(Instant.now()).as("%s, and not %s", what, found).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
            found = look.call();
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
