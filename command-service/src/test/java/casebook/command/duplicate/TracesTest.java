package casebook.command.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.Category;
import casebook.events.IncidentId;
import casebook.events.ProvinceCode;
import casebook.events.SealedPersonalData;
import casebook.events.StationCode;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TracesTest {

    private static final int MANY = 1000;
    private static final int LARGE = 60_000;

    @Test
    void theOldestAreForgottenWhenThereAreTooMany() {
        var traces = new Traces(2, Long.MAX_VALUE);
        assertThat(traces.add(trace(1, 0))).isTrue();
        assertThat(traces.add(trace(1, 0))).isFalse();
        traces.add(trace(2, 0));
        traces.add(trace(3, 0));
        assertThat(known(traces, 3)).containsExactly(2, 3);
        assertThat(traces.near(trace(4, 0), Duration.ofHours(1)))
                .extracting(Trace::incident)
                .hasSize(2);
    }

    @Test
    void theOldestAreForgottenWhenTheyAreTooLarge() {
        var traces = new Traces(MANY, 3 * LARGE);
        for (int number = 1; number <= 5; number++) {
            traces.add(trace(number, LARGE));
        }
        assertThat(known(traces, 5)).containsExactly(4, 5);
    }

    @Test
    void whatIsTakenBackMakesRoom() {
        var traces = new Traces(MANY, 3 * LARGE);
        traces.add(trace(1, LARGE));
        for (int number = 2; number <= 9; number++) {
            traces.add(trace(number, LARGE));
            traces.remove(id(number));
        }
        assertThat(known(traces, 9)).containsExactly(1);
    }

    private static List<Integer> known(Traces traces, int last) {
        return Stream.iterate(1, number -> number + 1)
                .limit(last)
                .filter(number -> traces.knows(id(number)))
                .toList();
    }

    private static IncidentId id(int number) {
        return new IncidentId(new UUID(0, number));
    }

    /** @param sealed how long the text is that a person of the report is sealed in */
    private static Trace trace(int number, int sealed) {
        var person = new Subject(
                new SubjectId(new UUID(1, number)),
                SubjectRole.SUSPECT,
                null,
                null,
                new SealedPersonalData("A".repeat(sealed)));
        return new Trace(
                id(number),
                "VN-09-TAN-THANH-2024-00000" + number,
                new StationCode("VN-09-TAN-THANH"),
                new ProvinceCode("VN-09"),
                Category.OTHER,
                0,
                Set.of(),
                Set.of(),
                List.of(person),
                number);
    }
}
