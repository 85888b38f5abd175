package casebook.query.incidents.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseOpened;
import casebook.events.CaseSealed;
import casebook.events.Category;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentFiled;
import casebook.events.IncidentUnlinked;
import casebook.events.SeizureAdded;
import casebook.events.StationCode;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.platform.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Lists of incidents and cases as the ledger knew them then, over HTTP. */
class AsOfListsTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);

    private final String station =
            "VN-09-T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private int serial;

    @Test
    void listOfAMomentShowsWhatWasKnownThenByPositionAndByInstant() {
        FEED.pause();
        var first = file();
        var second = file();
        var before = FEED.reader().position();
        var between = FEED.pause();
        FEED.append(new IncidentAccepted(first.incident()), new SeizureAdded(first.incident(), Sample.heroin("2")));
        file();
        for (var moment : List.of(Long.toString(before), between.toString())) {
            var body = list("/incidents", "&sort=number&facets=true&asOf=" + moment);
            assertThat(names(body, "$.items[*].id"))
                    .containsExactly(
                            first.incident().toString(), second.incident().toString());
            body.jsonPath("$.items[0].status")
                    .isEqualTo("FILED")
                    .jsonPath("$.items[0].version")
                    .isEqualTo(1)
                    .jsonPath("$.items[0].seizures.length()")
                    .isEqualTo(1)
                    .jsonPath("$.facets.status.FILED")
                    .isEqualTo(2)
                    .jsonPath("$.facets.status.ACCEPTED")
                    .doesNotExist();
        }
        assertThat(ids("&status=ACCEPTED&asOf=" + before)).isEmpty();
        assertThat(ids("&status=ACCEPTED&asOf=" + (before + 1)))
                .containsExactly(first.incident().toString());
        assertThat(ids("&asOf=" + (before - 1)))
                .containsExactly(first.incident().toString());
    }

    @Test
    void momentThatIsStillToComeIsWhatIsKnownNow() {
        var filed = file();
        FEED.append(new IncidentAccepted(filed.incident()));
        assertThat(ids("&asOf=" + Long.MAX_VALUE)).isEqualTo(ids(""));
        assertThat(ids("&asOf=9999-01-01T00:00:00Z&status=ACCEPTED"))
                .containsExactly(filed.incident().toString());
    }

    @Test
    void allPagesShowThePositionThatTheFirstFoundTheInstantToBe() {
        var filed = new ArrayList<IncidentFiled>();
        for (int number = 0; number < 5; number++) {
            filed.add(file());
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var body = list("/incidents", "&sort=number&limit=2&status=FILED&asOf=9999-01-01T00:00:00Z" + cursor);
            seen.addAll(names(body, "$.items[*].id"));
            cursor = next(body);
            FEED.append(new IncidentAccepted(filed.get(4 - seen.size() / 2).incident()));
            file();
        } while (!cursor.isEmpty());
        assertThat(seen)
                .containsExactlyElementsOf(
                        filed.stream().map(one -> one.incident().toString()).toList());
    }

    @Test
    void cursorIsGoodForTheMomentAloneThatItCameWith() {
        file();
        file();
        var now = FEED.reader().position();
        var asOf = next(list("/incidents", "&limit=1&asOf=" + now));
        var plain = next(list("/incidents", "&limit=1"));
        assertThat(asOf).isNotEmpty();
        assertThat(plain).isNotEmpty();
        for (var wrong : List.of(
                asOf,
                plain + "&asOf=" + now,
                asOf + "&asOf=" + (now - 1),
                asOf + "&asOf=" + (now + 1),
                asOf + "&asOf=9999-01-01T00:00:00Z",
                asOf + "&sort=number&asOf=" + now,
                forged(Long.MAX_VALUE) + "&asOf=" + Long.MAX_VALUE)) {
            assertThat(names(
                            read(ANALYST, "/api/v1/incidents?station=" + station + wrong)
                                    .expectStatus()
                                    .isBadRequest()
                                    .expectBody(),
                            "$.errors[*].parameter"))
                    .as(wrong)
                    .containsExactly("cursor");
        }
        assertThat(names(
                        read(ANALYST, "/api/v1/cases?asOf=yesterday")
                                .expectStatus()
                                .isBadRequest()
                                .expectBody(),
                        "$.errors[*].parameter"))
                .containsExactly("asOf");
    }

    /** As if the ledger had been there. */
    private static String forged(long position) {
        var moment = new Cursor.Moment(Long.toString(position), position);
        return "&cursor=" + new Cursor("-occurredAt", "0", "x", moment).encode();
    }

    @Test
    void momentMayBeWrittenOtherwiseOnTheNextPage() {
        file();
        file();
        var cursor = next(list("/incidents", "&limit=1&asOf=2999-01-01T00:00:00Z"));
        assertThat(ids("&limit=1&asOf=2999-01-01T07:00:00+07:00" + cursor)).hasSize(1);
    }

    @Test
    void fileShowsItsMomentAndSaysWhichPositionThatIs() {
        var filed = file();
        var before = FEED.reader().position();
        FEED.append(new IncidentAccepted(filed.incident()));
        file();
        var answer = read(ANALYST, "/api/v1/incidents?format=csv&station=" + station + "&asOf=" + before)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        var lines = new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).contains("position," + before);
        assertThat(lines.get(1)).contains("asOf=" + before);
        assertThat(lines.get(5)).contains(filed.incident().toString(), "FILED");
    }

    @Test
    void rowsOfCasesAreWhatTheCaseWasAndHiddenWhereItIsHiddenNow() {
        var filed = file();
        var other = Sample.filed(
                Sample.incident(),
                new StationCode(station + "Z"),
                Sample.PROVINCE,
                1,
                Sample.details("2024-04-10T08:00:00+07:00", Category.OTHER));
        FEED.append(other);
        var kept = opened(filed, other);
        var sealed = opened(filed, other);
        var before = FEED.reader().position();
        FEED.append(
                Sample.note(kept.caseFile(), "Later"),
                new IncidentUnlinked(kept.caseFile(), filed.incident()),
                new CaseSealed(sealed.caseFile(), "An informer", List.of("Vo Thi E")));
        var row = list("/cases", "&asOf=" + before);
        assertThat(names(row, "$.items[*].id")).containsExactly(kept.caseFile().toString());
        assertThat(names(row, "$.items[0].incidents[*]"))
                .containsExactly(filed.incident().toString(), other.incident().toString());
        row.jsonPath("$.items[0].version").isEqualTo(1);
        var auditor = Tokens.of(Role.AUDITOR);
        assertThat(names(
                        read(auditor, "/api/v1/cases?station=" + station + "&asOf=" + before)
                                .expectBody(),
                        "$.items[*].id"))
                .containsExactlyInAnyOrder(
                        kept.caseFile().toString(), sealed.caseFile().toString());
        // Since the report was taken out, neither case exists for its station.
        var own = Tokens.station(station);
        assertThat(names(read(own, "/api/v1/cases?asOf=" + before).expectBody(), "$.items[*].id"))
                .isEmpty();
        read(own, "/api/v1/cases/{id}?asOf=" + before, kept.caseFile())
                .expectStatus()
                .isNotFound();
    }

    private CaseOpened opened(IncidentFiled... incidents) {
        var opened = Sample.opened(Sample.caseFile(), incidents);
        FEED.append(opened);
        return opened;
    }

    private IncidentFiled file() {
        var filed = Sample.filed(
                Sample.incident(),
                new StationCode(station),
                Sample.PROVINCE,
                ++serial,
                Sample.details("2024-04-10T08:00:00+07:00", Category.DRUG_TRAFFICKING));
        FEED.append(filed);
        return filed;
    }

    private List<String> ids(String parameters) {
        return names(list("/incidents", parameters), "$.items[*].id");
    }

    private WebTestClient.BodyContentSpec list(String path, String parameters) {
        return read(ANALYST, "/api/v1" + path + "?station=" + station + parameters)
                .expectStatus()
                .isOk()
                .expectBody();
    }

    /** As a parameter; empty on the last page. */
    private static String next(WebTestClient.BodyContentSpec body) {
        return names(body, "$..next").stream()
                .findFirst()
                .map(cursor -> "&cursor=" + cursor)
                .orElse("");
    }
}
