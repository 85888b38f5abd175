package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.ledger.RecordLog.Entry;
import casebook.mongod.SharedMongod;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecordLogTest {

    private static final Instant THEN = Instant.parse("2026-03-01T08:00:00Z");

    private final MongoClient client = MongoClients.create(SharedMongod.connectionString());
    private final MongoDatabase database = client.getDatabase("records-" + UUID.randomUUID());

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void severalProcessesRecordAtOnceAndLoseNothing() throws Exception {
        try (var one = open();
                var other = open()) {
            var recorded = IntStream.range(0, 200)
                    .mapToObj(n -> (n % 2 == 0 ? one : other).append(one.page(List.of(entry("a", n), entry("b", n)))))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(recorded).join();
            try (var lines = one.about("a")) {
                assertThat(lines.stream().map(one::read).map(Noted::text))
                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 200)
                                .mapToObj(n -> "note " + n)
                                .toList());
            }
            assertThat(one.verify((events, total) -> {}).events()).isEqualTo(400);
            assertThat(one.verify((events, total) -> {}).fault()).isNull();
        }
    }

    @Test
    void whatIsAppendedAgainIsRecordedOnce() throws Exception {
        try (var log = open()) {
            var page = log.page(List.of(entry("a", 1)));
            log.append(page).join();
            log.append(page).join();
            try (var lines = log.from(THEN)) {
                assertThat(lines.stream()).hasSize(1);
            }
        }
    }

    @Test
    void aRecordThatIsChangedIsFound() throws Exception {
        try (var log = open()) {
            for (int n = 0; n < 3; n++) {
                log.append(log.page(List.of(entry("a", n)))).join();
            }
            var line = database.getCollection("ledger").find(Filters.eq(1L)).first();
            assertThat(line).isNotNull();
            var changed = line.getList("events", Document.class)
                    .getFirst()
                    .getString("line")
                    .replace("note 1", "nothing");
            database.getCollection("ledger").updateOne(Filters.eq(1L), Updates.set("events.0.line", changed));
            assertThat(log.verify((events, total) -> {}).fault())
                    .isNotNull()
                    .extracting(LedgerFault::index)
                    .isEqualTo(1L);
        }
    }

    @Test
    void aLogWhoseNewestRecordsAreGoneRecordsNothingMore() throws Exception {
        try (var log = open()) {
            for (int n = 0; n < 3; n++) {
                log.append(log.page(List.of(entry("a", n)))).join();
            }
        }
        database.getCollection("ledger").deleteOne(Filters.eq(2L));
        try (var log = open()) {
            assertThatThrownBy(
                            () -> log.append(log.page(List.of(entry("a", 3)))).join())
                    .hasCauseInstanceOf(LedgerUntrusted.class);
            assertThat(log.doubt()).isPresent();
        }
    }

    private RecordLog<Noted> open() throws IOException {
        var checkpoints = new LogProperties.Checkpoints(TestLog.KEY.encoded(), null, null, Duration.ofHours(1));
        var scan = new LogProperties.Scan(Duration.ZERO, 1);
        return new RecordLog<>(
                database,
                Noted.class,
                new LogProperties(TestLog.ORIGIN, List.of(), checkpoints, List.of(), scan),
                JsonMapper.builder().build(),
                Clock.systemUTC());
    }

    private static Entry<Noted> entry(String about, int n) {
        return new Entry<>(about, new Noted("note " + n), THEN.plusSeconds(n));
    }
}
