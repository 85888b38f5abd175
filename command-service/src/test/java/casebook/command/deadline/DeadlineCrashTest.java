package casebook.command.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.mongod.SharedMongod;
import casebook.personaldata.MasterKey;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class DeadlineCrashTest {

    private static final int REPORTS = 40;
    private static final int KILLED = 137;

    private final String database = "crash-" + UUID.randomUUID();
    private final String masterKey = MasterKey.generate();

    /** The process dies between the record of a breach and its mark; the next one starts from the token, and later from nothing. */
    @Test
    void aBreachIsOneEventWhateverDiesBetweenBreachAndRecord() throws Exception {
        assertThat(run(7, REPORTS)).isEqualTo(KILLED);
        assertThat(run(5, REPORTS)).isEqualTo(KILLED);
        assertThat(count("DeadlineMissed")).hasSizeGreaterThanOrEqualTo(12);
        assertThat(run(0, 0)).isZero();
        assertThat(count("DeadlineMissed")).containsExactlyInAnyOrderElementsOf(count("IncidentFiled"));
    }

    private int run(int diesAfter, int reports) throws IOException, InterruptedException {
        var command = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path"),
                BreachingProgram.class.getName(),
                Integer.toString(diesAfter),
                Integer.toString(reports),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.mongodb.uri=" + SharedMongod.connectionString(),
                "--casebook.database=" + database,
                "--casebook.ledger.checkpoints.required=false",
                "--casebook.following.claim-timeout=1s",
                "--casebook.deadlines.every=100ms",
                "--casebook.personal-data.master-key=" + masterKey);
        return new ProcessBuilder(command.toList())
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start()
                .waitFor();
    }

    /** How many events of a type each incident has in the ledger: one filing each. */
    private List<Document> count(String type) {
        try (var mongo = MongoClients.create(SharedMongod.connectionString())) {
            return mongo.getDatabase(database)
                    .getCollection("ledger")
                    .aggregate(List.of(
                            Aggregates.unwind("$events"),
                            Aggregates.match(Filters.eq("events.k", type)),
                            Aggregates.group("$events.a", Accumulators.sum("n", 1))))
                    .into(new ArrayList<>());
        }
    }
}
