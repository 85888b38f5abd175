package casebook.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.transparency.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Invariant 5: the line is the leaf, byte for byte. */
class LineTest {

    private static final GenericDomainEventMessage<Noted> GOLDEN = new GenericDomainEventMessage<>(
            "Note",
            "0197c0de-0000-7000-8000-000000000001",
            3,
            new Noted("Tờ khai \"số 7\"\r\n\u2028€\uD83D\uDE80 \\ /"),
            MetaData.with("actor", "officer-17"),
            "0197c0de-0000-7000-8000-0000000000ff",
            Instant.parse("2026-03-14T08:30:00.123456789Z"));

    private final TestLedger ledger = TestLedger.open();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void lineIsTheGoldenOne() throws IOException {
        ledger.engine.appendEvents(TestLedger.events("before", 1));
        ledger.engine.appendEvents(GOLDEN);

        assertThat(ledger.lines().getLast().line()).isEqualTo(golden());
    }

    @Test
    void goldenLineIsStillRead() throws IOException {
        LedgerLine line = LedgerLine.parse(golden());

        assertThat(line)
                .isEqualTo(new LedgerLine(
                        1,
                        GOLDEN.getIdentifier(),
                        "Noted",
                        "1",
                        "Note",
                        GOLDEN.getAggregateIdentifier(),
                        3,
                        Instant.parse("2026-03-14T08:30:00.123Z"),
                        "{\"actor\":\"officer-17\"}",
                        golden().substring(golden().indexOf("{\"text\"")).replaceFirst("}$", ""),
                        golden()));
    }

    @Test
    void leafIsTheHashOfTheStoredBytes() throws Exception {
        ledger.engine.appendEvents(GOLDEN);

        byte[] stored = ledger.commits()
                .getFirst()
                .getList("events", Document.class)
                .getFirst()
                .getString("line")
                .getBytes(UTF_8);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 0);
        assertThat(ledger.commits()
                        .getFirst()
                        .get("tree", Document.class)
                        .get("root", Binary.class)
                        .getData())
                .isEqualTo(sha256.digest(stored));
        assertThat(Hash.leaf(ledger.lines().getFirst().line().getBytes(UTF_8))).isEqualTo(Hash.leaf(stored));
    }

    @Test
    void lineHasNeitherLineBreaksNorSpaceBetweenTokens() {
        LedgerSerializer pretty = new LedgerSerializer(
                TestLedger.TYPES,
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build());

        assertThat(PendingEvent.render(GOLDEN, pretty).line(7))
                .isEqualTo(PendingEvent.render(GOLDEN, TestLedger.SERIALIZER).line(7))
                .startsWith("{\"index\":7,\"id\":\"")
                .doesNotContain("\n", "\r", "\": ", ", \"");
    }

    @Test
    void longestLineIsTakenAndOneByteMoreIsRefused() {
        int rest = PendingEvent.LINE_LIMIT
                - PendingEvent.render(noteOf(0), TestLedger.SERIALIZER).size();
        ledger.engine.appendEvents(noteOf(rest));

        assertThatThrownBy(() -> ledger.engine.appendEvents(List.of(TestLedger.event("b", 0), noteOf(rest + 1))))
                .isInstanceOfSatisfying(LineTooLong.class, e -> {
                    assertThat(e.size()).isEqualTo(65_536);
                    assertThat(e.limit()).isEqualTo(65_535);
                });
        assertThat(ledger.lines()).singleElement().satisfies(line -> {
            // The longest index has 19 digits, this one has one.
            assertThat(line.line().getBytes(UTF_8)).hasSize(65_535 - 18);
        });
        String atTheEndOfTime =
                PendingEvent.render(noteOf(rest), TestLedger.SERIALIZER).line(Long.MAX_VALUE);
        assertThat(atTheEndOfTime.getBytes(UTF_8)).hasSize(65_535);
    }

    @Test
    void lengthIsCountedInBytes() {
        assertThatThrownBy(
                        () -> ledger.engine.appendEvents(TestLedger.event("a", 0, "ế".repeat(22_000), TestLedger.TIME)))
                .isInstanceOf(LineTooLong.class);
    }

    @Test
    void textThatIsNotUnicodeIsRefused() {
        assertThatThrownBy(() -> ledger.engine.appendEvents(TestLedger.event("a", 0, "\uD83D", TestLedger.TIME)))
                .isInstanceOf(SerializationException.class);
        assertThat(ledger.reader.position()).isZero();
    }

    @Test
    void eventOfNoAggregateHasNoAggregateType() {
        ledger.engine.appendEvents(new GenericEventMessage<>(new Noted("alone")));

        assertThat(ledger.lines()).singleElement().satisfies(line -> {
            assertThat(line.aggregateType()).isNull();
            assertThat(line.aggregate()).isEqualTo(line.id());
            assertThat(line.line()).contains("\"aggregateType\":null,");
        });
    }

    @Test
    void whatIsNoLineIsRefused() {
        assertThat(Stream.of("", "{}", "[]", "{\"index\":\"x\"}", "{\"id\":1,\"index\":0}", "{\"index\":0,\"id\":\"a"))
                .allSatisfy(
                        text -> assertThatThrownBy(() -> LedgerLine.parse(text)).isInstanceOf(BrokenLedger.class));
    }

    private static GenericDomainEventMessage<Noted> noteOf(int letters) {
        return new GenericDomainEventMessage<>(
                "Note",
                "a",
                0,
                new Noted("x".repeat(letters)),
                MetaData.emptyInstance(),
                "0197c0de-0000-7000-8000-0000000000ff",
                TestLedger.TIME);
    }

    private static String golden() throws IOException {
        try (InputStream file = Objects.requireNonNull(LineTest.class.getResourceAsStream("noted-1.json"))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
