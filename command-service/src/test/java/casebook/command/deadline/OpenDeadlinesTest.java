package casebook.command.deadline;

import static casebook.events.DeadlineKind.ACCEPTANCE;
import static casebook.events.DeadlineKind.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.command.deadline.Change.Begin;
import casebook.command.deadline.Change.Reason;
import casebook.command.deadline.Change.Rest;
import casebook.command.deadline.Change.RunAgain;
import casebook.command.deadline.OpenDeadlines.Due;
import casebook.mongod.SharedMongod;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenDeadlinesTest {

    private static final Instant AT = Instant.parse("2024-03-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant LATER = AT.plus(Duration.ofDays(100));
    private static final Deadline CASE = new Deadline(new UUID(0, 1).toString(), RESOLUTION, null);
    private static final Begin OPENED = new Begin(CASE, 0, AT.plus(DAY), DAY, null);
    private static final Rest DECIDED = new Rest(CASE, Reason.DONE);
    private static final Rest MERGED = new Rest(CASE, Reason.MERGED);

    private final MongoClient mongo = MongoClients.create(SharedMongod.connectionString());
    private final MongoDatabase database = mongo.getDatabase("deadlines-" + UUID.randomUUID());
    private final OpenDeadlines deadlines = new OpenDeadlines(database);

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
    void aDeadlineIsDueWhenItsTimeIsOver() {
        deadlines.make(List.of(OPENED));
        assertThat(deadlines.due(RESOLUTION, AT, 10)).isEmpty();
        assertThat(deadlines.due(ACCEPTANCE, LATER, 10)).isEmpty();
        assertThat(due()).containsExactly(new Due(CASE, 0, null, AT.plus(DAY)));
    }

    @Test
    void workThatGoesOnStartsNoClock() {
        deadlines.make(List.of(OPENED, again(Reason.DONE, 1)));
        assertThat(due()).extracting(Due::clock).containsExactly(0L);
    }

    @Test
    void whatIsTakenUpAgainHasANewClock() {
        deadlines.make(List.of(OPENED, DECIDED));
        assertThat(due()).isEmpty();
        deadlines.make(List.of(again(Reason.DONE, 4)));
        assertThat(due()).containsExactly(new Due(CASE, 4, null, AT.plus(DAY.multipliedBy(5))));
    }

    @Test
    void aClosedCaseThatComesBackFromAnotherRunsFromWhenItIsTakenUpAgain() {
        deadlines.make(List.of(OPENED, DECIDED, MERGED, again(Reason.MERGED, 3)));
        assertThat(due()).isEmpty();
        deadlines.make(List.of(again(Reason.DONE, 4)));
        assertThat(due()).extracting(Due::clock).containsExactly(4L);
    }

    @Test
    void whatWasPutIsPutAgainWithANewClockAlone() {
        deadlines.make(List.of(OPENED));
        deadlines.rest(due());
        deadlines.make(List.of(again(Reason.DONE, 1)));
        assertThat(due()).isEmpty();
        deadlines.make(List.of(MERGED, again(Reason.MERGED, 3)));
        assertThat(due()).extracting(Due::clock).containsExactly(3L);
    }

    @Test
    void aClockThatBeganWhileAnotherWasPutRunsOn() {
        deadlines.make(List.of(OPENED));
        var put = due();
        deadlines.make(List.of(DECIDED, again(Reason.DONE, 2)));
        deadlines.rest(put);
        assertThat(due()).extracting(Due::clock).containsExactly(2L);
    }

    @Test
    void whatComesASecondTimeLeavesTheSame() {
        var changes = List.<Change>of(
                OPENED, again(Reason.DONE, 1), DECIDED, again(Reason.DONE, 3), MERGED, again(Reason.MERGED, 5));
        deadlines.make(changes);
        var once = due();
        for (int from = 0; from < changes.size(); from++) {
            deadlines.make(changes.subList(from, changes.size()));
            assertThat(due()).isEqualTo(once);
        }
    }

    private List<Due> due() {
        return deadlines.due(RESOLUTION, LATER, 10);
    }

    private static RunAgain again(Reason reason, long clock) {
        return new RunAgain(CASE, reason, clock, AT.plus(DAY.multipliedBy(clock)));
    }
}
