package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.StationCode;
import casebook.events.StationReported;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StationReportTest {

    private static final String PATH = "/stations/VN-09-TAN-THANH/reports";

    @Test
    void aStationReportsThatThereIsNothingToReport() {
        var body = "{\"id\": \"%s\", \"date\": \"2026-03-14\", \"nothingToReport\": true}".formatted(UUID.randomUUID());
        var first = Client.TAN_THANH.post(PATH, body).expect(201);
        assertThat(first.text("/id")).isEqualTo("VN-09-TAN-THANH");
        assertThat(Recorded.ofStation("VN-09-TAN-THANH"))
                .contains(
                        new StationReported(new StationCode("VN-09-TAN-THANH"), LocalDate.of(2026, 3, 14), true, null));
        var position = Recorded.position();
        assertThat(Client.TAN_THANH.post(PATH, body).expect(200).body()).isEqualTo(first.body());
        Client.TAN_THANH.post(PATH, body.replace("2026-03-14", "2026-03-15")).expect(409, "id-reused");
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @Test
    void aDayMayHaveSeveralReportsUpToToday() {
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        report("{\"date\": \"%s\", \"text\": \"Fog until noon\"}".formatted(today))
                .expect(201);
        report("{\"date\": \"%s\", \"text\": \"Two patrols\"}".formatted(today)).expect(201);
        report("{\"date\": \"%s\"}".formatted(today.plusDays(2))).expectFaults("/date");
    }

    @Test
    void everyFaultOfAReportIsNamed() {
        report("{}").expectFaults("/date");
        report("{\"date\": \"14.3.2026\", \"nothingToReport\": \"yes\", \"text\": \" \", \"day\": 1}")
                .expectFaults("/date", "/nothingToReport", "/text", "/day");
        for (var date : List.of("2026-02-30", "1899-12-31", "2101-01-01", "2026-03-14T00:00:00Z")) {
            report("{\"date\": \"%s\"}".formatted(date)).expectFaults("/date");
        }
    }

    @Test
    void aStationReportsForItself() {
        var body = "{\"date\": \"2026-03-14\", \"nothingToReport\": true}";
        for (var other : List.of(Client.CHI_MA, Client.NAM_CAN, Client.COMMAND_22)) {
            other.post(PATH, body).expect(404, "not-found");
        }
        for (var other : List.of(Client.ADMIN, Client.ANALYST, Client.AUDITOR)) {
            other.post(PATH, body).expect(403, "forbidden");
        }
        Client.COMMAND_09.post(PATH, body).expect(201);
        Client.TAN_THANH.post("/stations/VN-09-NOWHERE/reports", body).expect(404, "not-found");
        Client.TAN_THANH.post("/stations/nowhere/reports", body).expect(404, "not-found");
    }

    @Test
    void aStationThatReportedIsStillRegisteredAndCanBeChanged() {
        report("{\"date\": \"2026-03-14\", \"nothingToReport\": true}").expect(201);
        Sample.filed();
        Client.ADMIN
                .put(
                        "/stations/VN-09-TAN-THANH",
                        "{\"name\": \"VN-09-TAN-THANH\", \"province\": \"VN-09\", \"country\": \"VN\"}")
                .expect(200);
    }

    private static Answer report(String body) {
        return Client.TAN_THANH.post(PATH, body);
    }
}
