package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventJsonTest {

    private static final String ID = "0197c0de-0000-7000-8000-000000000001";

    private final JsonMapper mapper = EventJson.mapper();

    @Test
    void whatSaysNothingIsLeftOut() {
        var place = new Place(new ProvinceCode("VN-09"), null, null, null, null);
        assertThat(mapper.writeValueAsString(place)).isEqualTo("{\"province\":\"VN-09\"}");
    }

    @Test
    void whatIsAbsentComesBackEmpty() {
        var details = mapper.readValue("""
                {"category": "OTHER", "occurredAt": "2020-03-14T02:30:00+07:00", "place": {"province": "VN-09"}, "summary": "…"}
                """, IncidentDetails.class);
        assertThat(details.subjects()).isEmpty();
        assertThat(details.unnamed()).isEmpty();
        assertThat(details.vehicleCount()).isZero();
        assertThat(details.detectedAt()).isNull();
    }

    @Test
    void aMemberOfANewerVersionIsPassedOver() {
        var later = "{\"incident\": \"%s\", \"acceptedBy\": \"a later version\"}".formatted(ID);
        assertThat(mapper.readValue(later, IncidentAccepted.class))
                .isEqualTo(new IncidentAccepted(new IncidentId(UUID.fromString(ID))));
    }

    @Test
    void aMissedDeadlineOfBeforeClocksHadNamesIsReadAsOneOfNone() {
        var earlier = """
                {"incident": "%s", "kind": "ACCEPTANCE", "dueAt": "2020-03-20T10:00:00Z", "detectedAt": "2020-03-20T10:00:09Z"}
                """.formatted(ID);
        assertThat(mapper.readValue(earlier, DeadlineMissed.class))
                .isInstanceOfSatisfying(
                        IncidentDeadlineMissed.class,
                        missed -> assertThat(missed.clock()).isNull());
    }

    @Test
    void aTimeKeepsItsOffset() {
        var json = mapper.writeValueAsString(Samples.DETAILS);
        assertThat(json).contains("\"2020-03-14T02:30:00+07:00\"");
        assertThat(mapper.readValue(json, IncidentDetails.class)
                        .occurredAt()
                        .getOffset()
                        .getId())
                .isEqualTo("+07:00");
    }

    @Test
    void noDecimalIsWrittenWithAnExponent() {
        var tiny = new Point(new BigDecimal("0.0000000001"), new BigDecimal("1E+2"));
        assertThat(mapper.writeValueAsString(tiny)).isEqualTo("{\"lat\":0.0000000001,\"lon\":100}");
        var huge = new Money(new BigDecimal("1E+17"), new CurrencyCode("VND"));
        assertThat(mapper.writeValueAsString(huge))
                .isEqualTo("{\"amount\":\"100000000000000000\",\"currency\":\"VND\"}");
    }
}
