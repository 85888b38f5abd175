package casebook.command.deadline;

import static casebook.events.DeadlineKind.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.command.deadline.Change.Begin;
import casebook.command.handling.Outcome;
import casebook.command.handling.Standing;
import casebook.events.CaseDeadlineMissed;
import casebook.events.DeadlineMissed;
import casebook.mongod.SharedMongod;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineClerkTest {

    private static final Instant AT = Instant.parse("2024-03-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private static final int SIDE_BY_SIDE = 32;
    private static final int FAILING = SIDE_BY_SIDE + 8;

    private final MongoClient mongo = MongoClients.create(SharedMongod.connectionString());
    private final MongoDatabase database = mongo.getDatabase("clerk-" + UUID.randomUUID());
    private final OpenDeadlines deadlines = new OpenDeadlines(database);
    private final DeadlineMetrics metrics = new DeadlineMetrics(new SimpleMeterRegistry());
    private final Queue<CaseDeadlineMissed> put = new ConcurrentLinkedQueue<>();
    private final Set<UUID> failing = new HashSet<>();

    @BeforeEach
    void createIndexes() {
        deadlines.createIndexes();
    }

    @AfterEach
    void close() {
        database.drop();
        mongo.close();
    }

    @Test
    void whatFailsAgainAndAgainKeepsNothingElseWaiting() {
        for (int number = 0; number < FAILING; number++) {
            failing.add(begin(number, AT));
        }
        var others = Set.of(begin(FAILING, AT.plusSeconds(1)), begin(FAILING + 1, AT.plusSeconds(2)));
        workAt(AT.plus(DAY.multipliedBy(2)));
        assertThat(put).hasSize(FAILING + 2);
        assertThat(put).extracting(missed -> missed.caseFile().value()).containsAll(others);

        put.clear();
        var newest = begin(FAILING + 2, AT.plus(DAY));
        workAt(AT.plus(DAY.multipliedBy(3)));
        assertThat(put).hasSize(FAILING + 1);
        assertThat(put.stream().limit(SIDE_BY_SIDE))
                .extracting(missed -> missed.caseFile().value())
                .contains(newest);
    }

    @Test
    void whatFailedIsPutAgainUntilItIsAnswered() {
        var once = begin(0, AT);
        failing.add(once);
        workAt(AT.plus(DAY.multipliedBy(2)));
        failing.clear();
        workAt(AT.plus(DAY.multipliedBy(3)));
        workAt(AT.plus(DAY.multipliedBy(4)));
        assertThat(put).extracting(missed -> missed.caseFile().value()).containsExactly(once, once);
    }

    @Test
    void aBreachNamesItsClock() {
        begin(7, AT);
        workAt(AT.plus(DAY.multipliedBy(2)));
        assertThat(put).singleElement().satisfies(missed -> {
            assertThat(missed.clock()).isEqualTo(7);
            assertThat(missed.dueAt()).isEqualTo(AT.plus(DAY));
        });
    }

    /** Starts the clock of this name for a case of its own, which is given. */
    private UUID begin(int clock, Instant at) {
        var caseFile = UUID.randomUUID();
        var deadline = new Deadline(caseFile.toString(), RESOLUTION, null);
        deadlines.make(List.of(new Begin(deadline, clock, at.plus(DAY), DAY, null)));
        return caseFile;
    }

    private void workAt(Instant now) {
        new DeadlineClerk(deadlines, this::answer, metrics, Clock.fixed(now, ZoneOffset.UTC)).work();
    }

    private Outcome answer(DeadlineMissed breach) {
        var missed = (CaseDeadlineMissed) breach;
        put.add(missed);
        if (failing.contains(missed.caseFile().value())) {
            throw new IllegalStateException("for the test");
        }
        return new Outcome.Recorded(new Standing(missed.caseFile().toString(), null, "OPEN", 2));
    }
}
