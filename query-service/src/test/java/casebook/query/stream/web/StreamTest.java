package casebook.query.stream.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseMerged;
import casebook.events.CaseSealed;
import casebook.events.Category;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentFiled;
import casebook.events.NoteAdded;
import casebook.events.NoteId;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.platform.PositionedReads;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StreamTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SOONER_THAN_A_HEARTBEAT = Duration.ofSeconds(12);

    private final long before = position();
    private final IncidentFiled ours = report("VN-22");
    private final IncidentFiled theirs = report("VN-44");

    @Test
    void whatHappenedAfterAPositionIsToldInOrderByPositionAndType() {
        FEED.append(ours);
        FEED.append(theirs);
        FEED.append(new IncidentAccepted(ours.incident()));
        var told = told(Tokens.station(ours.station().value()), before);
        assertThat(told).extracting(ServerSentEvent::event).containsExactly("IncidentFiled", "IncidentAccepted");
        assertThat(told)
                .extracting(ServerSentEvent::id)
                .containsExactly(Long.toString(before + 1), Long.toString(before + 3));
        var first = data(told.getFirst());
        assertThat(first.path("position").asLong()).isEqualTo(before + 1);
        assertThat(first.path("type").asString()).isEqualTo("IncidentFiled");
        assertThat(first.path("station").asString()).isEqualTo(ours.station().value());
        assertThat(first.path("id").asString()).isEqualTo(ours.incident().toString());
        assertThat(first.toString()).doesNotContain(ours.details().summary());
    }

    @Test
    void aListenerHearsWhatHappensWhileItListensAndGoesOnWhereItStopped() {
        var listener = Listening.after(before, as(Tokens.command("VN-22")), "/api/v1/stream");
        StepVerifier.create(listener.map(ServerSentEvent::id))
                .then(() -> FEED.append(ours))
                .expectNext(Long.toString(before + 1))
                .then(() -> {
                    FEED.append(theirs);
                    FEED.append(new IncidentAccepted(ours.incident()));
                })
                .expectNext(Long.toString(before + 3))
                .thenCancel()
                .verify(PATIENCE);
        assertThat(told(Tokens.command("VN-22"), before + 1))
                .extracting(ServerSentEvent::id)
                .containsExactly(Long.toString(before + 3));
    }

    @Test
    void withoutAPositionItBeginsNow() {
        FEED.append(ours);
        read(Tokens.of(Role.ANALYST), "/api/v1/incidents/" + ours.incident())
                .expectStatus()
                .isOk();
        StepVerifier.create(
                        Listening.everything(as(Tokens.command("VN-22")).get().uri("/api/v1/stream")))
                .assertNext(beat -> {
                    assertThat(beat.event()).isNull();
                    assertThat(Listening.id(beat)).isGreaterThan(before);
                })
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void itEndsAtThePositionThatWasAskedForAlsoIfTheCallerMayNotSeeWhatHappenedThere() {
        var until = before + 2;
        StepVerifier.create(Listening.after(before, as(Tokens.command("VN-22")), "/api/v1/stream?until=" + until))
                .then(() -> FEED.append(ours))
                .expectNextCount(1)
                .then(() -> FEED.append(theirs))
                .expectComplete()
                .verify(SOONER_THAN_A_HEARTBEAT);
    }

    @Test
    void whatTheCallerMayNotSeeIsNeitherToldNorMentioned() {
        var open = Sample.caseFile();
        var hidden = Sample.caseFile();
        FEED.append(ours);
        FEED.append(theirs);
        FEED.append(Sample.opened(open, ours));
        FEED.append(Sample.opened(hidden, theirs));
        FEED.append(new CaseMerged(open, hidden, "One ring"));
        var caller = Tokens.command("VN-22");
        var told = told(caller, before);
        assertThat(told)
                .extracting(ServerSentEvent::event)
                .containsExactly("IncidentFiled", "CaseOpened", "CaseMerged");
        assertThat(told.toString())
                .doesNotContain(hidden.toString(), theirs.incident().toString());
        assertThat(data(told.get(1)).path("mentions").valueStream().map(JsonNode::asString))
                .containsExactly(ours.incident().toString());
        assertThat(told(Tokens.of(Role.ANALYST), before).toString()).contains(hidden.toString());
    }

    @Test
    void aSealedCaseIsToldToItsOfficersAndAuditorsAlone() {
        var sealed = Sample.caseFile();
        FEED.append(ours);
        FEED.append(Sample.opened(sealed, ours));
        FEED.append(new NoteAdded(sealed, new NoteId(UUID.randomUUID()), "An informer told"));
        FEED.append(new CaseSealed(sealed, "An informer", List.of("Vo Thi E")));
        assertThat(told(Tokens.command("VN-22"), before))
                .extracting(ServerSentEvent::event)
                .containsExactly("IncidentFiled");
        for (var token : List.of(Tokens.command("VN-22", "Vo Thi E"), Tokens.of(Role.AUDITOR))) {
            assertThat(told(token, before))
                    .extracting(ServerSentEvent::event)
                    .containsExactly("IncidentFiled", "CaseOpened", "NoteAdded", "CaseSealed");
        }
    }

    @Test
    void aPositionThatIsNoneIsNamed() {
        as(Tokens.of(Role.ANALYST))
                .get()
                .uri("/api/v1/stream")
                .header("Last-Event-ID", "-1")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].parameter")
                .isEqualTo("Last-Event-ID");
    }

    /** By a service that knows all that happened until now, seals too. */
    private List<ServerSentEvent<String>> told(String token, long after) {
        var now = position();
        var client = as(token)
                .mutate()
                .defaultHeader(PositionedReads.MIN_POSITION, Long.toString(now))
                .build();
        return Listening.after(after, client, "/api/v1/stream?until=" + now)
                .collectList()
                .block(PATIENCE);
    }

    private static JsonNode data(ServerSentEvent<String> event) {
        return JsonMapper.shared().readTree(event.data());
    }

    private static long position() {
        return FEED.reader().position();
    }

    private static IncidentFiled report(String province) {
        var station =
                province + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        return Sample.filed(
                Sample.incident(),
                new StationCode(station),
                new ProvinceCode(province),
                1,
                Sample.details("2024-04-10T08:00:00+07:00", Category.DRUG_TRAFFICKING));
    }
}
