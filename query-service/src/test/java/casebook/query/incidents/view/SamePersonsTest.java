package casebook.query.incidents.view;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CasebookEvent;
import casebook.events.PersonalData;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.mongod.SharedMongod;
import casebook.personaldata.MasterKey;
import casebook.personaldata.PersonVault;
import casebook.query.Sample;
import casebook.query.incidents.IncidentState;
import casebook.query.projection.LedgerEvent;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamePersonsTest {

    private final AtomicInteger reads = new AtomicInteger();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(SharedMongod.connectionString()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    if (event.getCommandName().equals("find")) {
                        reads.incrementAndGet();
                    }
                }
            })
            .build());
    private final String database = "persons_" + UUID.randomUUID();
    private final PersonVault vault =
            new PersonVault(client.getDatabase(database), MasterKey.parse(MasterKey.generate()));
    private final SamePersons persons = new SamePersons(vault);

    @AfterEach
    void drop() {
        client.getDatabase(database).drop();
        client.close();
    }

    @Test
    void papersAreOpenedOnceForHoweverManyIncidents() {
        var ours = List.of(person("012345678901"), person("012345678902"));
        var theirs = List.of(person("012345678901"), person("012345678902"));
        var comparison =
                Objects.requireNonNull(persons.of(List.of(incident(ours))).block());
        reads.set(0);
        for (int others = 0; others < 10; others++) {
            var same = comparison.with(incident(theirs)).block();
            assertThat(same)
                    .containsExactlyInAnyOrder(
                            new RelatedIncident.SamePerson(
                                    theirs.getFirst().id(), ours.getFirst().id()),
                            new RelatedIncident.SamePerson(
                                    theirs.getLast().id(), ours.getLast().id()));
        }
        assertThat(reads).as("reads of keys").hasValue(4);
    }

    private Subject person(String number) {
        var id = new SubjectId(UUID.randomUUID());
        var data = new PersonalData("Tran Van B", null, new PersonalData.Document("ID", number), null, null);
        return new Subject(id, SubjectRole.SUSPECT, null, null, vault.seal(id, Sample.incident(), data));
    }

    private static IncidentState incident(List<Subject> subjects) {
        var id = Sample.incident();
        CasebookEvent filed = Sample.filed(id, Sample.STATION, Sample.PROVINCE, 1, Sample.detailsWith(subjects));
        var event = new LedgerEvent(0, "event-0", Instant.EPOCH, id.toString(), 0, filed, Map.of());
        return IncidentState.of(List.of(event)).orElseThrow();
    }
}
