package casebook.query.incidents.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.Category;
import casebook.events.Enterprise;
import casebook.events.EnterpriseAdded;
import casebook.events.EnterpriseId;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentDetails;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.Item;
import casebook.events.Place;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.Seizure;
import casebook.events.SeizureAdded;
import casebook.events.SeizureId;
import casebook.events.StationCode;
import casebook.events.Unit;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is found by words, and what is counted. */
class SearchTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);

    private final String station =
            "VN-09-Q" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private int serial;

    @Test
    void everyWordMustOccurWithOrWithoutAccents() {
        var drugs = file("Bắt giữ 2 bánh MA TÚY tại đường mòn Đồng Đăng");
        var goods = file("Hàng lậu tại đường mòn");
        assertFound("ma tuy", drugs);
        assertFound("Ma túy", drugs);
        assertFound("Ma tu\u0301y", drugs);
        assertFound("dong dang", drugs);
        assertFound("ĐỒNG", drugs);
        assertFound("đường", drugs, goods);
        assertFound("duong lau", goods);
        assertFound("duong lau tuy");
        assertFound("du");
    }

    @Test
    void operatorsHaveNoMeaning() {
        var found = file("Gạo và or $where");
        assertFound("-gao", found);
        assertFound("\"va gao\"", found);
        assertFound("gao OR opium");
        assertFound("gao or va", found);
        assertFound("$where", found);
        assertFound("gao*va", found);
        assertFound("ga*");
    }

    @Test
    void placesItemsEnterprisesAndTheNumberAreFound() {
        var id = file("x", new Place(new ProvinceCode("VN-04"), "Trùng Khánh", "Đàm Thủy", "741", null));
        assertFound("trung khanh dam thuy", id);
        assertFound("VN-04 741", id);
        FEED.append(new SeizureAdded(
                id,
                new Seizure(
                        new SeizureId(UUID.randomUUID()),
                        Item.OPIUM_POPPY,
                        Quantity.of("8"),
                        Unit.PLANT,
                        null,
                        "Trong vườn ngô")));
        assertFound("OPIUM_POPPY", id);
        assertFound("poppy", id);
        assertFound("cay thuoc phien", id);
        assertFound("vuon ngo", id);
        FEED.append(new EnterpriseAdded(
                id, new Enterprise(new EnterpriseId(UUID.randomUUID()), "Công ty Hồng Hà", "0101234567")));
        assertFound("hong ha", id);
        assertFound("0101234567", id);
        assertFound(station + "-2024-1", id);
    }

    @Test
    void wordsCombineWithEveryOtherFilter() {
        var near = Sample.detailsAt("21.97", "106.68");
        var id = file(near);
        file(near);
        FEED.append(new IncidentAccepted(id));
        assertFound(
                "reeds&near=21.97,106.70,5&item=HEROIN&category=DRUG_TRAFFICKING&status=ACCEPTED&source=PATROL&province=VN-09"
                        + "&from=2024-04-30T00:00:00Z&to=2024-05-01T00:00:00Z&sort=number",
                id);
    }

    @Test
    void searchKeepsToTheCallersScope() {
        file("Chuyên án bí mật " + station);
        var other = read(Tokens.station("VN-09-OTHER"), "/api/v1/incidents?facets=true&q=" + station)
                .expectStatus()
                .isOk()
                .expectBody();
        assertThat(names(other, "$.items[*].id")).isEmpty();
        other.jsonPath("$.facets.station").isEmpty();
    }

    @Test
    void facetsCountTheWholeFilterAndAnIncidentOnceForEachItem() {
        var first = file("Một");
        FEED.append(
                new SeizureAdded(first, Sample.heroin("1")),
                new SeizureAdded(
                        first,
                        new Seizure(
                                new SeizureId(UUID.randomUUID()), Item.OPIUM, Quantity.of("2"), Unit.KG, null, null)),
                new IncidentAccepted(first));
        file("Hai");
        file(Sample.details("2024-04-10T08:00:00+07:00", Category.ILLEGAL_CROSSING));
        var body = read(ANALYST, "/api/v1/incidents?facets=true&limit=1&station=" + station)
                .expectStatus()
                .isOk()
                .expectBody();
        assertThat(names(body, "$.items[*].id")).hasSize(1);
        body.jsonPath("$.facets.category")
                .value(counts -> assertThat(counts).isEqualTo(Map.of("DRUG_TRAFFICKING", 2, "ILLEGAL_CROSSING", 1)))
                .jsonPath("$.facets.station")
                .value(counts -> assertThat(counts).isEqualTo(Map.of(station, 3)))
                .jsonPath("$.facets.status")
                .value(counts -> assertThat(counts).isEqualTo(Map.of("FILED", 2, "ACCEPTED", 1)))
                .jsonPath("$.facets.item")
                .value(counts -> assertThat(counts).isEqualTo(Map.of("HEROIN", 3, "OPIUM", 1)));
        read(ANALYST, "/api/v1/incidents?facets=true&item=OPIUM&station=" + station)
                .expectBody()
                .jsonPath("$.facets.item")
                .value(counts -> assertThat(counts).isEqualTo(Map.of("HEROIN", 1, "OPIUM", 1)));
        read(ANALYST, "/api/v1/incidents?facets=false&station=" + station)
                .expectBody()
                .jsonPath("$.facets")
                .doesNotExist();
    }

    @Test
    void facetsWithoutAPlaceCountAllStations() {
        for (var filter : List.of("", "&category=DRUG_TRAFFICKING", "&from=2024-01-01T00:00:00Z&status=FILED")) {
            var before = filed(filter);
            file("Ba");
            assertThat(filed(filter)).as(filter).isEqualTo(before + 1);
        }
    }

    private int filed(String filter) {
        return read(ANALYST, "/api/v1/incidents?facets=true&limit=1" + filter)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/facets/status/FILED")
                .asInt();
    }

    private IncidentId file(String summary) {
        return file(summary, new Place(Sample.PROVINCE, null, null, null, null));
    }

    private IncidentId file(String summary, Place place) {
        var like = Sample.details("2024-04-30T08:00:00+07:00", Category.DRUG_TRAFFICKING, place, List.of());
        return file(new IncidentDetails(
                like.category(),
                like.occurredAt(),
                null,
                place,
                like.source(),
                null,
                like.agencies(),
                summary,
                List.of(),
                like.seizures(),
                List.of(),
                List.of(),
                Map.of(),
                0,
                0));
    }

    private IncidentId file(IncidentDetails details) {
        var filed = new IncidentFiled(
                Sample.incident(), new StationCode(station), Sample.PROVINCE, station + "-2024-" + ++serial, details);
        FEED.append(filed);
        return filed.incident();
    }

    private void assertFound(String words, IncidentId... expected) {
        var body = read(ANALYST, "/api/v1/incidents?station=" + station + "&q=" + words)
                .expectStatus()
                .isOk()
                .expectBody();
        assertThat(names(body, "$.items[*].id"))
                .as(words)
                .containsExactlyInAnyOrder(
                        Arrays.stream(expected).map(String::valueOf).toArray(String[]::new));
    }
}
