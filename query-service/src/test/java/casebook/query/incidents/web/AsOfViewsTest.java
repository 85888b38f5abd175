package casebook.query.incidents.web;

import static casebook.query.incidents.projection.IncidentsProjection.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseMerged;
import casebook.events.CaseOpened;
import casebook.events.CaseSealed;
import casebook.events.Category;
import casebook.events.ExhibitDestroyed;
import casebook.events.ExhibitId;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentFiled;
import casebook.events.IncidentLinked;
import casebook.events.IncidentUnlinked;
import casebook.events.Quantity;
import casebook.events.StationCode;
import casebook.events.Unit;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.cases.view.CaseViews;
import casebook.query.exhibits.projection.ExhibitsProjection;
import casebook.query.incidents.view.IncidentViews;
import casebook.query.links.projection.LinksProjection;
import casebook.query.platform.AsOf;
import casebook.query.platform.ViewRequest;
import casebook.query.projection.EarlierReading;
import casebook.query.projection.ReadModels;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** One incident or case as the ledger knew it then, with what belongs to it. */
class AsOfViewsTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);

    @Autowired
    private ReadModels models;

    @Autowired
    private IncidentViews incidents;

    @Autowired
    private CaseViews cases;

    private final String station =
            "VN-09-V" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final IncidentFiled filed = report(station);
    private final IncidentFiled other = report(station + "Z");

    @Test
    void exhibitsAreThoseThatHadEnteredCustodyWithTheirBalanceThen() {
        FEED.append(filed, other);
        var opened = opened(filed, other);
        var first = entered("Bag 1");
        var before = FEED.reader().position();
        FEED.append(new ExhibitDestroyed(first, Quantity.of("400"), Unit.KG, null, null, "By decision 12"));
        entered("Bag 2");
        for (var path : List.of("incidents", "cases")) {
            var list = path.equals("incidents") ? "$.exhibits" : "$.custody";
            var id = path.equals("incidents") ? filed.incident() : opened.caseFile();
            var body = view(ANALYST, path, id, before);
            assertThat(names(body, list + "[*].description")).containsExactly("Bag 1");
            assertThat(names(body, list + "[*].held")).containsExactly("1000");
            assertThat(names(view(ANALYST, path, id, before - 1), list + "[*]")).isEmpty();
            var after = view(ANALYST, path, id, before + 1);
            assertThat(names(after, list + "[*].held")).containsExactly("600");
            after.jsonPath("$.allowedActions").doesNotExist();
            assertThat(names(view(ANALYST, path, id, Long.MAX_VALUE), list + "[*]"))
                    .hasSize(2)
                    .isEqualTo(
                            names(read(ANALYST, "/api/v1/" + path + "/{id}", id).expectBody(), list + "[*]"));
        }
        assertThat(names(view(Tokens.station(station + "Z"), "cases", opened.caseFile(), before), "$.custody[*]"))
                .isEmpty();
    }

    @Test
    void casesAreThoseThatHeldTheIncidentThen() {
        FEED.append(filed, other);
        var first = opened(filed, other);
        var second = opened(other);
        var before = FEED.reader().position();
        FEED.append(new IncidentLinked(second.caseFile(), Sample.of(filed)));
        FEED.append(new IncidentUnlinked(first.caseFile(), filed.incident()));
        var third = opened(other);
        FEED.append(
                new CaseMerged(second.caseFile(), third.caseFile(), "The same"),
                new CaseAbsorbed(third.caseFile(), second.caseFile(), List.of(Sample.of(other), Sample.of(filed))));
        assertThat(casesAt(ANALYST, before - 2)).isEmpty();
        assertThat(casesAt(ANALYST, before)).containsExactly(first.caseFile().toString());
        assertThat(casesAt(ANALYST, before + 1))
                .containsExactlyInAnyOrder(
                        first.caseFile().toString(), second.caseFile().toString());
        assertThat(casesAt(ANALYST, before + 3))
                .containsExactly(second.caseFile().toString());
        assertThat(casesAt(ANALYST, before + 5))
                .containsExactly(third.caseFile().toString())
                .isEqualTo(names(
                        read(ANALYST, "/api/v1/incidents/{id}", filed.incident())
                                .expectBody(),
                        "$.cases[*]"));
    }

    @Test
    void casesThatTheCallerMaySeeNoMoreAreNotToldOfThePastEither() {
        FEED.append(filed, other);
        var moved = opened(filed, other);
        var sealed = opened(filed);
        var before = FEED.reader().position();
        FEED.append(new IncidentUnlinked(moved.caseFile(), filed.incident()));
        FEED.append(new CaseSealed(sealed.caseFile(), "An informer", List.of("Vo Thi E")));
        assertThat(casesAt(Tokens.station(station), before)).isEmpty();
        assertThat(casesAt(ANALYST, before)).containsExactly(moved.caseFile().toString());
        assertThat(casesAt(Tokens.of(Role.AUDITOR), before))
                .containsExactlyInAnyOrder(
                        moved.caseFile().toString(), sealed.caseFile().toString());
    }

    @Test
    void whatTheReadModelsHaveNotReachedIsNotKnownYet() {
        FEED.append(filed);
        var opened = opened(filed);
        var reached = FEED.reader().position();
        FEED.append(new IncidentAccepted(filed.incident()), Sample.note(opened.caseFile(), "Later"));
        var projections = new String[] {NAME, CasesProjection.NAME, ExhibitsProjection.NAME, LinksProjection.NAME};
        var latest = models.reached(FEED.reader().position(), projections)
                .blockOptional()
                .orElseThrow();
        var reading = new EarlierReading(latest, reached);
        var request =
                new ViewRequest(new Caller("1", "Lan", Set.of(Role.ANALYST), null, null), Locale.ENGLISH, "", "/", "");
        var moment = new AsOf.AtPosition(999_999_999);
        assertThat(incidents
                        .asOf(reading, filed.incident().value(), moment, request)
                        .blockOptional()
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(cases.asOf(reading, opened.caseFile().value(), moment, request)
                        .blockOptional()
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
    }

    private List<String> casesAt(String token, long position) {
        return names(view(token, "incidents", filed.incident(), position), "$.cases[*]");
    }

    private WebTestClient.BodyContentSpec view(String token, String path, Object id, long position) {
        return read(token, "/api/v1/" + path + "/{id}?asOf=" + position, id)
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private ExhibitId entered(String description) {
        var id = new ExhibitId(UUID.randomUUID());
        FEED.append(Sample.entered(id, filed, description, "1000", Unit.KG, "Le Van C"));
        return id;
    }

    private static CaseOpened opened(IncidentFiled... held) {
        var opened = Sample.opened(Sample.caseFile(), held);
        FEED.append(opened);
        return opened;
    }

    private static IncidentFiled report(String station) {
        return Sample.filed(
                Sample.incident(),
                new StationCode(station),
                Sample.PROVINCE,
                1,
                Sample.details("2024-04-10T08:00:00+07:00", Category.DRUG_TRAFFICKING));
    }
}
