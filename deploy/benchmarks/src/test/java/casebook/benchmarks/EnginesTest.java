package casebook.benchmarks;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.events.EventJson;
import casebook.transparency.Hash;
import com.mongodb.WriteConcern;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that did not store would win every contest. */
class EnginesTest {

    private static final Dataset DATA = new Dataset("data", 3, 7, Duration.ofMillis(1));

    @TempDir
    private static Path folder;

    private static Servers servers;
    private static Engines engines;

    @BeforeAll
    static void fill() {
        servers = new Servers(folder);
        engines = new Engines(servers);
        for (Store store : Store.values()) {
            try (Engine engine = engines.open(store, DATA.name())) {
                DATA.appendTo(engine);
            }
        }
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @ParameterizedTest
    @EnumSource
    void storeKeepsWhatWasAppendedAndReadsItInOrder(Store store) {
        List<Object> all = new ArrayList<>();
        try (Engine engine = engines.open(store, DATA.name())) {
            assertThat(engine.replay(all::add)).isEqualTo(DATA.events());
            assertThat(all).map(EnginesTest::payload).isEqualTo(payloads(0, 1));
            for (int aggregate = 0; aggregate < DATA.aggregates(); aggregate++) {
                assertThat(engine.load(Dataset.aggregate(aggregate)))
                        .map(EnginesTest::payload)
                        .isEqualTo(payloads(aggregate, DATA.aggregates()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void storeRefusesASequenceNumberThatItHas(Store store) {
        try (Engine engine = engines.open(store, DATA.name())) {
            assertThatThrownBy(() -> DATA.appendTo(engine)).isInstanceOf(RuntimeException.class);
            assertThat(engine.replay(_ -> {})).isEqualTo(DATA.events());
        }
    }

    @Test
    void serversSayThatTheyAreDurable() {
        assertThat(servers.client().getDatabase("any").getWriteConcern())
                .isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(servers.description()).last().asString().endsWith("fsync on, synchronous_commit on");
    }

    @Test
    void verificationChecksEveryEventAndFindsAChangedOne() {
        LedgerDocuments ledger = engines.ledgerDocuments(DATA.name());
        Hashing hashing = new Hashing(ledger);
        assertThat(ledger.verify()).isEqualTo(DATA.events());
        assertThat(ledger.read()).isEqualTo(DATA.events());
        assertThat(hashing.run()).isEqualTo(DATA.events());
        assertThat(hashing.root()).isEqualTo(lastRoot());

        try (Engine engine = engines.open(Store.LEDGER, "forged")) {
            DATA.appendTo(engine);
        }
        servers.mongo("forged_ledger")
                .getCollection("ledger")
                .updateOne(eq(21L), set("events.3.line", "{\"index\":24,\"forged\":true}"));
        assertThatThrownBy(() -> engines.ledgerDocuments("forged").verify()).hasMessageContaining("After 24 events");
    }

    private static Hash lastRoot() {
        RawBsonDocument last = servers.mongo("data_ledger")
                .getCollection("ledger", RawBsonDocument.class)
                .find()
                .sort(descending("_id"))
                .first();
        return Hash.of(Objects.requireNonNull(last)
                .getDocument("tree")
                .getBinary("root")
                .getData());
    }

    /** The raw driver's reader gets no object. */
    private static Object payload(Object read) {
        return read instanceof Document document ? document.getString("data") : json(read);
    }

    private static List<String> payloads(int first, int step) {
        return IntStream.iterate(first, number -> number < DATA.events(), number -> number + step)
                .mapToObj(number -> Filings.filing("any", number / DATA.aggregates(), number, Instant.EPOCH))
                .map(event -> json(event.getPayload()))
                .toList();
    }

    private static String json(Object payload) {
        return EventJson.mapper().writeValueAsString(payload);
    }
}
