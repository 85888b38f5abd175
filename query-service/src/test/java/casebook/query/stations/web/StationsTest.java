package casebook.query.stations.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.Category;
import casebook.events.CountryCode;
import casebook.events.IncidentId;
import casebook.events.IncidentVoided;
import casebook.events.ProvinceCode;
import casebook.events.StationChanged;
import casebook.events.StationCode;
import casebook.events.StationDetails;
import casebook.events.StationReported;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class StationsTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);

    private final String code =
            "LA-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @Test
    void registeredStationIsListedAndReadAsItWasChangedLast() {
        FEED.append(Sample.station(code, "LA-HO"));
        var renamed = new StationDetails(
                "Renamed",
                new ProvinceCode("LA-HO"),
                new CountryCode("LA"),
                new StationDetails.Border(new CountryCode("VN"), new BigDecimal("41.50"), null));
        FEED.append(new StationChanged(new StationCode(code), renamed));
        read(ANALYST, "/api/v1/stations/{code}", code)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.name")
                .isEqualTo("Renamed")
                .jsonPath("$.border.lengthKm")
                .isEqualTo("41.5")
                .jsonPath("$.timeliness.filings")
                .isEqualTo(0);
        assertThat(names(read(ANALYST, "/api/v1/stations?province=LA-HO").expectBody(), "$.items[*].code"))
                .contains(code);
        assertThat(names(read(Tokens.station(code), "/api/v1/stations").expectBody(), "$.items[*].code"))
                .containsExactly(code);
        read(Tokens.command("VN-09"), "/api/v1/stations/{code}", code)
                .expectStatus()
                .isNotFound();
        read(ANALYST, "/api/v1/stations/none").expectStatus().isNotFound();
    }

    @Test
    void timelinessIsExactAndLeavesVoidedReportsOut() {
        FEED.append(Sample.station(code, "LA-XA"));
        fileAfterHours(2);
        fileAfterHours(4);
        fileAfterHours(25);
        var voided = fileAfterHours(1000);
        fileAfterHours(1);
        FEED.append(new IncidentVoided(voided, "Filed twice", null));
        read(ANALYST, "/api/v1/stations/{code}", code)
                .expectBody()
                .jsonPath("$.timeliness.filings")
                .isEqualTo(4)
                .jsonPath("$.timeliness.medianHours")
                .isEqualTo(3)
                .jsonPath("$.timeliness.p95Hours")
                .isEqualTo(25)
                .jsonPath("$.timeliness.inTime")
                .isEqualTo(0.75);
    }

    @Test
    void importsTellNothingOfTimeliness() {
        FEED.append(Sample.station(code, "LA-XA"));
        fileAfterHours(2);
        FEED.in(Role.ADMIN);
        fileAfterHours(9000);
        FEED.in(Role.STATION);
        read(ANALYST, "/api/v1/stations/{code}", code)
                .expectBody()
                .jsonPath("$.timeliness.filings")
                .isEqualTo(1)
                .jsonPath("$.timeliness.p95Hours")
                .isEqualTo(2);
    }

    @Test
    void timelinessStandsInTheListToo() {
        var other = code + "-2";
        FEED.append(Sample.station(code, "LA-VT"));
        FEED.append(Sample.station(other, "LA-VT"));
        for (int hours = 1; hours <= 21; hours++) {
            fileAfterHours(hours);
        }
        var body = read(ANALYST, "/api/v1/stations?province=LA-VT").expectBody();
        assertThat(names(body, "$.items[?(@.code=='" + code + "')].timeliness.medianHours"))
                .containsExactly("11");
        assertThat(names(body, "$.items[?(@.code=='" + code + "')].timeliness.p95Hours"))
                .containsExactly("20");
        assertThat(names(body, "$.items[?(@.code=='" + other + "')].timeliness.filings"))
                .containsExactly("0");
    }

    @Test
    void stationThatOwesReportsIsSilent() {
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        FEED.at("2024-05-01T00:00:00Z").append(Sample.station(code, "LA-LP"));
        station().jsonPath("$.silent").isEqualTo(true).jsonPath("$.lastReport").doesNotExist();
        report(today.minusDays(3), "Quiet");
        station()
                .jsonPath("$.silent")
                .isEqualTo(true)
                .jsonPath("$.reportsMissing")
                .isEqualTo(2)
                .jsonPath("$.lastReport.text")
                .isEqualTo("Quiet");
        report(today.minusDays(1), null);
        station()
                .jsonPath("$.silent")
                .isEqualTo(false)
                .jsonPath("$.reportsMissing")
                .isEqualTo(0)
                .jsonPath("$.lastReport.date")
                .isEqualTo(today.minusDays(1).toString())
                .jsonPath("$.lastReport.nothingToReport")
                .isEqualTo(true)
                .jsonPath("$.lastReport.by")
                .isEqualTo("Nguyen Van A");
        report(today.minusDays(9), "Late");
        station()
                .jsonPath("$.lastReport.date")
                .isEqualTo(today.minusDays(1).toString())
                .jsonPath("$.version")
                .isEqualTo(4);
        FEED.append(new StationChanged(
                new StationCode(code),
                new StationDetails("Renamed", new ProvinceCode("LA-LP"), new CountryCode("LA"), null)));
        station().jsonPath("$.name").isEqualTo("Renamed").jsonPath("$.silent").isEqualTo(false);
    }

    private void report(LocalDate day, @Nullable String text) {
        FEED.append(new StationReported(new StationCode(code), day, text == null, text));
    }

    private WebTestClient.BodyContentSpec station() {
        return read(ANALYST, "/api/v1/stations/{code}", code)
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private IncidentId fileAfterHours(int hours) {
        var id = Sample.incident();
        // The feed's clock goes a second on with each event.
        FEED.at("2024-05-01T23:59:59Z");
        var occurred = Instant.parse("2024-05-02T00:00:00Z").minus(Duration.ofHours(hours));
        FEED.append(Sample.filed(
                id,
                new StationCode(code),
                new ProvinceCode("LA-XA"),
                hours,
                Sample.details(occurred.toString(), Category.OTHER)));
        return id;
    }
}
