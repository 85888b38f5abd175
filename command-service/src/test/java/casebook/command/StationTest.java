package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StationTest {

    private static final String DETAILS = """
            {"name": "Hữu Nghị", "province": "VN-09", "country": "VN",
             "border": {"neighbour": "CN", "lengthKm": %s, "markers": {"from": "1116", "to": "1117"}}}
            """;

    private final String code = "VN-09-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);

    @Test
    void aStationIsRegisteredThenChangedAndAnUnchangedEntryAppendsNothing() {
        var registered = put(DETAILS.formatted("\"12.5\"")).expect(201);
        assertThat(registered.text("/version")).isEqualTo("1");
        var position = Recorded.position();
        var unchanged = put(DETAILS.formatted("12.50")).expect(200);
        assertThat(unchanged.body()).isEqualTo(registered.body());
        assertThat(Recorded.position()).isEqualTo(position);
        var changed = put(DETAILS.formatted("13")).expect(200);
        assertThat(changed.text("/version")).isEqualTo("2");
        assertThat(changed.header("Casebook-Position")).isEqualTo(Long.toString(position + 1));
        assertThat(put(DETAILS.formatted("13.0")).expect(200).body()).isEqualTo(changed.body());
    }

    @Test
    void aStationIsKnownToFilingsAtOnce() {
        Client.ADMIN.post("/incidents", Sample.filing(UUID.randomUUID(), code)).expectFaults("/station");
        put(DETAILS.formatted("1")).expect(201);
        Client.ADMIN.post("/incidents", Sample.filing(UUID.randomUUID(), code)).expect(201);
    }

    @Test
    void aStationRegisteredByManyAtOnceIsRegisteredOnce() {
        var answers = AtOnce.call(8, _ -> put(DETAILS.formatted("1")));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(Recorded.ofStation(code)).hasSize(1);
    }

    @Test
    void everyFaultOfAnEntryIsNamed() {
        put("{}").expectFaults("/name", "/province", "/country");
        put("""
                {"code": "X", "name": " ", "province": "LA-XA", "country": "VN",
                 "border": {"neighbour": "china", "lengthKm": "-1", "markers": {"from": "1"}}}
                """)
                .expectFaults(
                        "/code", "/name", "/province", "/border/neighbour", "/border/lengthKm", "/border/markers/to");
        assertThat(Recorded.ofStation(code)).isEmpty();
    }

    @Test
    void onlyAnAdministratorKeepsTheRegister() {
        for (var client : new Client[] {Client.TAN_THANH, Client.COMMAND_09, Client.ANALYST, Client.AUDITOR}) {
            client.put("/stations/" + code, DETAILS.formatted("1")).expect(403, "forbidden");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lower",
                "A--B",
                "%C4%90A",
                "A%20B",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void nothingStandsUnderACodeOfAnotherForm(String code) {
        Client.ADMIN.put("/stations/" + code, DETAILS.formatted("1")).expect(404, "not-found");
    }

    private Answer put(String details) {
        return Client.ADMIN.put("/stations/" + code, details);
    }
}
