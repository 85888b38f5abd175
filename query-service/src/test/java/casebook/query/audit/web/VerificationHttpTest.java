package casebook.query.audit.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CasebookEvent;
import casebook.http.Role;
import casebook.query.Eventually;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.audit.Signing;
import casebook.query.audit.verification.Verifications;
import casebook.transparency.CompactRange;
import casebook.transparency.Hash;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.BaseSubscriber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever tampers with the stored ledger is found. Each test leaves it as it was. */
class VerificationHttpTest extends ServiceTest {

    private static final String AUDITOR = Tokens.of(Role.AUDITOR);
    private static final String VERIFY = "/api/v1/audit/verify";
    private static final MongoCollection<Document> LEDGER = FEED.database().getCollection("ledger");
    private static final MongoCollection<Document> CHECKPOINTS = FEED.database().getCollection("checkpoints");

    /** Where the commits begin that this class has added: of four, five, six and three events. */
    private static long first;

    private static long size;

    private final List<Document> ledger = new ArrayList<>();
    private final List<Document> checkpoints = new ArrayList<>();

    @Autowired
    private Verifications verifications;

    @BeforeAll
    static void fill() {
        first = FEED.reader().position();
        append(4);
        append(5);
        Signing.sign(FEED);
        append(6);
        append(3);
        size = Signing.sign(FEED);
    }

    /** What is read while it is tampered with would stop the projections. */
    @BeforeEach
    void letProjectionsCatchUpAndRememberTheLedger() throws Throwable {
        Eventually.eventually(() -> as(Tokens.of(Role.ADMIN))
                .get()
                .uri("/api/v1/projections")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.position < " + size + ")]")
                .isEmpty());
        LEDGER.find().into(ledger);
        CHECKPOINTS.find().into(checkpoints);
    }

    @AfterEach
    void restore() {
        restore(LEDGER, ledger);
        restore(CHECKPOINTS, checkpoints);
    }

    @Test
    void soundLedgerIsConfirmedWithProgress() {
        var lines = verify(AUDITOR, "en");
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
        assertThat(lines.getFirst().path("total").asLong()).isEqualTo(size);
        var result = lines.getLast();
        assertThat(result.path("ok").asBoolean()).isTrue();
        assertThat(result.path("events").asLong()).isEqualTo(size);
        assertThat(result.path("covered").asLong()).isEqualTo(size);
        assertThat(result.path("checkpoints").asLong()).isEqualTo(checkpoints.size());
        assertThat(result.has("firstBadIndex")).isFalse();
    }

    @Test
    void editedPayloadIsFoundByTheHashRecordedWithItsCommit() {
        change(first + 4, events -> edited(events, 2));
        assertAltered(first + 4, first + 6);
    }

    @Test
    void eventDeletedInTheMiddleIsFoundByTheGap() {
        change(first + 4, events -> without(events, 2));
        assertFound(first + 6, "MISSING");
    }

    @Test
    void commitDeletedInTheMiddleIsFoundByTheGap() {
        LEDGER.deleteOne(new Document("_id", first + 4));
        assertFound(first + 4, "MISSING");
    }

    @Test
    void newestCommitDeletedIsFoundByTheCheckpointThatCoversIt() {
        LEDGER.deleteOne(new Document("_id", first + 15));
        assertFound(first + 15, "MISSING");
    }

    @Test
    void twoEventsThatChangedPlacesAreFoundByTheirIndexes() {
        change(first + 4, events -> swapped(events, 1, 3));
        assertFound(first + 5, "MISPLACED");
    }

    @Test
    void twoEventsThatChangedPlacesAndIndexesAreFoundByTheHash() {
        change(first + 4, events -> swapped(renumbered(events, first + 4, 1, 3), 1, 3));
        assertAltered(first + 4, first + 5);
    }

    @Test
    void tailRewrittenWithRecomputedRootsIsFoundByTheCheckpointSignedOverIt() {
        change(first + 9, events -> edited(events, 0));
        recomputeTrees();
        var result = verify(AUDITOR, "en").getLast();
        assertThat(result.path("what").asString()).isEqualTo("CONTRADICTED");
        // Up to the last checkpoint before the tail the ledger is confirmed; behind it, all is in doubt.
        assertThat(result.path("firstBadIndex").asLong()).isEqualTo(first + 9);
        assertThat(result.path("badUntil").asLong()).isEqualTo(size);
        assertThat(result.path("covered").asLong()).isEqualTo(first + 9);
    }

    @Test
    void checkpointRewrittenToFitARewrittenTailIsFoundByItsSignature() {
        change(first + 9, events -> edited(events, 0));
        recomputeTrees();
        var newest = Objects.requireNonNull(
                CHECKPOINTS.find(new Document("_id", size)).first());
        var root = Hash.of(((Binary) last().get("tree", Document.class).get("root")).getData());
        var note = newest.getString("note").lines().toList();
        CHECKPOINTS.updateOne(
                new Document("_id", size),
                new Document(
                        "$set", new Document("note", newest.getString("note").replace(note.get(2), root.toBase64()))));
        assertFound(first + 9, "FORGED");
    }

    @Test
    void findingIsWordedInTheReadersLanguage() {
        LEDGER.deleteOne(new Document("_id", first + 15));
        var result = verify(AUDITOR, "vi").getLast();
        assertThat(result.path("message").asString()).isEqualTo("Thiếu sự kiện.");
        assertThat(result.path("detail").asString()).isNotBlank();
    }

    @Test
    void brokenLedgerIsNotBundled() {
        var aggregate = LEDGER.find(new Document("_id", first + 4))
                .first()
                .getList("events", Document.class)
                .get(2)
                .getString("a");
        change(first + 4, events -> edited(events, 2));
        read(AUDITOR, "/api/v1/audit/bundle?incident=" + aggregate)
                .expectStatus()
                .isEqualTo(500)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://casebook.example/problems/ledger-broken");
    }

    @Test
    void oneVerificationRunsAtATimeAndHangingUpEndsIt() throws Throwable {
        var holding = new Holding();
        verifications.verify(Locale.ENGLISH).subscribe(holding);
        holding.awaitLine();
        as(AUDITOR)
                .post()
                .uri(VERIFY)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://casebook.example/problems/verification-running");
        holding.cancel();
        assertThat(verify(AUDITOR, "en").getLast().path("ok").asBoolean()).isTrue();
    }

    @Test
    void whoTakesNoLinesKeepsNobodyElseWaitingAndGetsTheResultLater() throws Throwable {
        var stalled = new Stalled();
        verifications.verify(Locale.ENGLISH).subscribe(stalled);
        Eventually.eventually(
                () -> assertThat(verify(AUDITOR, "en").getLast().path("ok").asBoolean())
                        .isTrue());
        stalled.requestUnbounded();
        Eventually.eventually(() -> assertThat(stalled.taken).last().asString().contains("\"ok\":true"));
        assertThat(stalled.taken).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void verificationIsForAuditors() {
        for (var role : List.of(Role.STATION, Role.COMMAND, Role.ANALYST, Role.ADMIN)) {
            as(Tokens.of(role)).post().uri(VERIFY).exchange().expectStatus().isForbidden();
        }
        anonymous().post().uri(VERIFY).exchange().expectStatus().isUnauthorized();
    }

    private void assertFound(long index, String what) {
        var result = verify(AUDITOR, "en").getLast();
        assertThat(result.path("ok").asBoolean()).as(result.toString()).isFalse();
        assertThat(result.path("what").asString()).as(result.toString()).isEqualTo(what);
        assertThat(result.path("firstBadIndex").asLong()).as(result.toString()).isEqualTo(index);
        assertThat(result.path("message").asString()).isNotBlank();
    }

    /** How closely an altered event is found depends on where the commit stands in the tree. */
    private void assertAltered(long commit, long event) {
        var result = verify(AUDITOR, "en").getLast();
        assertThat(result.path("ok").asBoolean()).as(result.toString()).isFalse();
        assertThat(result.path("what").asString()).as(result.toString()).isEqualTo("ALTERED");
        assertThat(result.path("firstBadIndex").asLong()).as(result.toString()).isBetween(commit, event);
        assertThat(result.path("badUntil").asLong()).as(result.toString()).isGreaterThan(event);
    }

    private List<JsonNode> verify(String token, String language) {
        var body = as(token)
                .post()
                .uri(VERIFY)
                .header("Accept-Language", language)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "application/x-ndjson")
                .expectBody()
                .returnResult()
                .getResponseBody();
        var text = new String(Objects.requireNonNull(body), UTF_8);
        assertThat(text).endsWith("\n");
        return text.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private static void change(long commit, UnaryOperator<List<Document>> change) {
        var stored =
                Objects.requireNonNull(LEDGER.find(new Document("_id", commit)).first());
        stored.put("events", change.apply(stored.getList("events", Document.class)));
        LEDGER.replaceOne(new Document("_id", commit), stored);
    }

    private static List<Document> edited(List<Document> events, int place) {
        return IntStream.range(0, events.size())
                .mapToObj(i -> i == place ? withLine(events.get(i), "in the reeds", "in the car") : events.get(i))
                .toList();
    }

    private static List<Document> without(List<Document> events, int place) {
        return IntStream.range(0, events.size())
                .filter(i -> i != place)
                .mapToObj(events::get)
                .toList();
    }

    private static List<Document> swapped(List<Document> events, int one, int other) {
        var swapped = new ArrayList<>(events);
        swapped.set(one, events.get(other));
        swapped.set(other, events.get(one));
        return swapped;
    }

    /** Gives each of two events the index of the other. */
    private static List<Document> renumbered(List<Document> events, long begin, int one, int other) {
        var renumbered = new ArrayList<>(events);
        renumbered.set(one, withLine(events.get(one), index(begin + one), index(begin + other)));
        renumbered.set(other, withLine(events.get(other), index(begin + other), index(begin + one)));
        return renumbered;
    }

    private static String index(long index) {
        return "{\"index\":" + index + ",";
    }

    private static Document withLine(Document event, String from, String to) {
        var line = event.getString("line");
        assertThat(line).contains(from);
        return new Document(event).append("line", line.replace(from, to));
    }

    /** What somebody does who can write to the database and knows how the ledger works. */
    private static void recomputeTrees() {
        var tree = CompactRange.EMPTY;
        for (var commit : LEDGER.find().sort(new Document("_id", 1))) {
            for (var event : commit.getList("events", Document.class)) {
                tree = tree.append(Hash.leaf(event.getString("line").getBytes(UTF_8)));
            }
            var frontier =
                    tree.frontier().stream().map(Hash::toBytes).map(Binary::new).toList();
            var stored = new Document("root", new Binary(tree.root().toBytes())).append("frontier", frontier);
            LEDGER.updateOne(
                    new Document("_id", commit.get("_id")), new Document("$set", new Document("tree", stored)));
        }
    }

    private static Document last() {
        return Objects.requireNonNull(
                LEDGER.find().sort(new Document("_id", -1)).first());
    }

    private static void restore(MongoCollection<Document> collection, List<Document> documents) {
        collection.deleteMany(new Document());
        collection.insertMany(documents);
    }

    private static void append(int events) {
        FEED.append(Stream.generate(() -> Sample.filed(Sample.incident(), 1))
                .limit(events)
                .toArray(CasebookEvent[]::new));
    }

    /** Takes no line until it is told to. */
    private static final class Stalled extends BaseSubscriber<DataBuffer> {

        private final List<String> taken = new CopyOnWriteArrayList<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {}

        @Override
        protected void hookOnNext(DataBuffer line) {
            taken.add(line.toString(UTF_8));
        }
    }

    /** Lets the verification go no further than to its first line. */
    private static final class Holding extends BaseSubscriber<DataBuffer> {

        private final CountDownLatch line = new CountDownLatch(1);

        @Override
        protected void hookOnNext(DataBuffer first) {
            line.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void awaitLine() throws InterruptedException {
            assertThat(line.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
