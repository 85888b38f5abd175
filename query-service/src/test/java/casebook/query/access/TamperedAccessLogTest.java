package casebook.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.events.IncidentId;
import casebook.events.SubjectId;
import casebook.http.Caller;
import casebook.http.ProblemException;
import casebook.http.Role;
import casebook.ledger.LogMeters;
import casebook.ledger.LogProperties;
import casebook.ledger.RecordLog;
import casebook.ledger.SigningKey;
import casebook.mongod.SharedMongod;
import casebook.query.Eventually;
import casebook.query.platform.ViewRequest;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Somebody took the newest records away. */
class TamperedAccessLogTest {

    private static final String ORIGIN = "casebook.example/access";
    private static final String KEY = SigningKey.generate(ORIGIN);

    private final MongoClient client = MongoClients.create(SharedMongod.connectionString());
    private final MongoDatabase database = client.getDatabase("accesses-" + UUID.randomUUID());
    private final IncidentId incident = new IncidentId(UUID.randomUUID());
    private final Set<SubjectId> persons = Set.of(new SubjectId(UUID.randomUUID()));

    @BeforeEach
    void recordSignAndTakeAway() throws IOException {
        try (var records = open(new SimpleMeterRegistry())) {
            log(records, new SimpleMeterRegistry())
                    .incident(asked("inquiry"), incident, persons)
                    .block();
        }
        database.getCollection("ledger").deleteMany(Filters.empty());
    }

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void nobodyIsShownAPersonInClear() throws IOException {
        try (var records = open(new SimpleMeterRegistry())) {
            var log = log(records, new SimpleMeterRegistry());
            assertThatThrownBy(() ->
                            log.incident(asked("inquiry"), incident, persons).block())
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal ->
                                    assertThat(refusal.problem().status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        }
    }

    @Test
    void maskedReadsGoOnAndAreCountedAsLost() throws Throwable {
        var metrics = new SimpleMeterRegistry();
        try (var records = open(metrics)) {
            log(records, metrics).incident(asked(""), incident, persons).block();
            Eventually.eventually(() -> assertThat(
                            metrics.get("casebook.access.lost").counter().count())
                    .isEqualTo(1));
            assertThat(metrics.get("casebook.access.waiting").gauge().value()).isZero();
            assertThat(metrics.get("casebook.access.trusted").gauge().value()).isZero();
        }
    }

    private static AccessLog log(RecordLog<Access> records, SimpleMeterRegistry metrics) {
        return new AccessLog(records, new Afterwards(records, properties(), metrics), Clock.systemUTC());
    }

    private RecordLog<Access> open(SimpleMeterRegistry metrics) throws IOException {
        return new RecordLog<>(
                database,
                Access.class,
                properties().log(),
                JsonMapper.builder().build(),
                Clock.systemUTC(),
                new LogMeters(metrics, "casebook.access"));
    }

    private static AccessProperties properties() {
        var checkpoints = new LogProperties.Checkpoints(KEY, null, null, Duration.ofHours(1));
        var scan = new LogProperties.Scan(Duration.ZERO, 1);
        return new AccessProperties(null, ORIGIN, List.of(), checkpoints, List.of(), scan, 10);
    }

    private static ViewRequest asked(String purpose) {
        var caller = new Caller("u1", "Mai", Set.of(Role.STATION), null, null);
        return new ViewRequest(caller, Locale.ENGLISH, purpose, "/api/v1/incidents/x", "192.0.2.1");
    }
}
