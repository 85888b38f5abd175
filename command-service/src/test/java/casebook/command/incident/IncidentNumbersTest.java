package casebook.command.incident;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.StationCode;
import casebook.mongod.SharedMongod;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncidentNumbersTest {

    private static final StationCode STATION = new StationCode("VN-09-TAN-THANH");

    private final MongoClient mongo = MongoClients.create(SharedMongod.connectionString());
    private final MongoDatabase database = mongo.getDatabase("numbers-" + UUID.randomUUID());
    private final IncidentNumbers numbers = new IncidentNumbers(database);

    @AfterEach
    void drop() {
        database.drop();
        mongo.close();
    }

    @Test
    void numbersCountUpPerStationAndYear() {
        assertThat(numbers.next(STATION, 2020)).isEqualTo("VN-09-TAN-THANH-2020-000001");
        assertThat(numbers.next(STATION, 2020)).isEqualTo("VN-09-TAN-THANH-2020-000002");
        assertThat(numbers.next(STATION, 2021)).isEqualTo("VN-09-TAN-THANH-2021-000001");
        assertThat(numbers.next(new StationCode("A"), 2020)).isEqualTo("A-2020-000001");
    }

    @Test
    void aNumberGivenBackIsGivenOutAgain() {
        var number = numbers.next(STATION, 2020);
        numbers.giveBack(number);
        assertThat(numbers.next(STATION, 2020)).isEqualTo(number);
    }

    @Test
    void anotherInstanceGoesOnAfterTheNumbersOfTheFirst() {
        numbers.next(STATION, 2020);
        assertThat(new IncidentNumbers(database).next(STATION, 2020)).isEqualTo("VN-09-TAN-THANH-2020-000002");
    }

    @Test
    void noNumberIsGivenOutTwiceByManyThreadsOfTwoInstances() throws Exception {
        var other = new IncidentNumbers(database);
        var given = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> some : threads.invokeAll(IntStream.range(0, 40)
                    .mapToObj(i -> taking(i % 2 == 0 ? numbers : other))
                    .toList())) {
                given.addAll(some.get());
            }
        }
        assertThat(given).hasSize(1000).doesNotHaveDuplicates();
    }

    /** Every fifth number is given back, as that of a filing which turns out to be a repeat is. */
    private static Callable<List<String>> taking(IncidentNumbers from) {
        return () -> {
            var used = new ArrayList<String>();
            for (int i = 1; used.size() < 25; i++) {
                var number = from.next(STATION, 2020);
                if (i % 5 == 0) {
                    from.giveBack(number);
                } else {
                    used.add(number);
                }
            }
            return used;
        };
    }
}
