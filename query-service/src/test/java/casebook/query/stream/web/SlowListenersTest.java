package casebook.query.stream.web;

import static casebook.query.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CasebookEvent;
import casebook.events.Category;
import casebook.events.IncidentFiled;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;

/** Listeners that do not take what they are told, are too many, or stay too long. */
class SlowListenersTest extends ServiceTest {

    /** Some 200 bytes are told of each, which is more than the buffers of both ends hold. */
    private static final int EVENTS = 2000;

    private static final int OF_A_COMMIT = 50;
    private static final int MOST_OF_ONE = 20;
    private static final int MOST_OF_ALL = 25;

    /** For how long a token is believed after it is over. */
    private static final int SKEW_SECONDS = 30;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private MeterRegistry metrics;

    private final String account = "listener-" + UUID.randomUUID();
    private final String another = "listener-" + UUID.randomUUID();
    private final List<RawListener> seated = new ArrayList<>();

    @BeforeEach
    void nobodyListens() throws Throwable {
        eventually(() -> assertThat(listeners()).isZero());
    }

    @Test
    void whoReadsNothingIsEndedAndCut() throws Throwable {
        var before = FEED.reader().position();
        muchHappens();
        var ended = ended("slow");
        try (var listener = listener(account, before)) {
            eventually(() -> assertThat(listeners()).isPositive());
            eventually(() -> assertThat(ended("slow")).isEqualTo(ended + 1));
            eventually(() -> assertThat(listeners()).isZero());
            var read = listener.rest();
            assertThat(read).endsWith("cut").doesNotContain("event:end");
            assertThat(String.join("", read).length()).isLessThan(EVENTS * 150);
        }
    }

    @Test
    void whoReadsTooLateHearsWhyItEndsAndGoesOnFromThereWithoutAGap() throws Throwable {
        var before = FEED.reader().position();
        muchHappens();
        var now = FEED.reader().position();
        var ended = ended("slow");
        List<String> read;
        try (var listener = listener(account, before)) {
            eventually(() -> assertThat(ended("slow")).isEqualTo(ended + 1));
            read = listener.rest();
        }
        var last = read.lastIndexOf("event:end");
        assertThat(last).isPositive();
        var position = Long.parseLong(read.get(last - 1).substring("id:".length()));
        assertThat(read.get(last + 1)).isEqualTo("data:{\"position\":" + position + ",\"reason\":\"slow\"}");
        assertThat(position).isBetween(before + 1, now - 1);
        assertThat(Stream.concat(told(read).stream(), between(position, now).stream()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(before + 1, now).boxed().toList());
        eventually(() -> assertThat(listeners()).isZero());
    }

    @Test
    void whoseTokenIsOverHearsThat() {
        var events = briefly().collectList().block(PATIENCE);
        assertThat(events).last().satisfies(last -> {
            assertThat(last.event()).isEqualTo("end");
            assertThat(last.data()).isEqualTo("{\"position\":" + last.id() + ",\"reason\":\"expired\"}");
        });
    }

    @Test
    void anAccountListensOnlySoOften() throws Throwable {
        try {
            sitDown(account, MOST_OF_ONE);
            refuses(account, HttpStatus.TOO_MANY_REQUESTS, "too-many-streams");
            sitDown(another, 1);
        } finally {
            everybodyLeaves();
        }
        eventually(() -> assertThat(listeners()).isZero());
    }

    @Test
    void aServiceHasOnlySoManyListenersAndAPlaceThatIsFreedIsTakenAgain() throws Throwable {
        try {
            sitDown(account, MOST_OF_ONE);
            sitDown(another, MOST_OF_ALL - MOST_OF_ONE);
            refuses(another, HttpStatus.SERVICE_UNAVAILABLE, "streams-full");
            assertThat(listeners()).isEqualTo(MOST_OF_ALL);

            seated.removeFirst().close();
            eventually(() -> sitDown(another, 1));
            refuses(another, HttpStatus.SERVICE_UNAVAILABLE, "streams-full");
        } finally {
            everybodyLeaves();
        }
        eventually(() -> assertThat(listeners()).isZero());
    }

    /** With a token that is over as soon as one can be that is still believed when it arrives: later on a busy machine. */
    private Flux<ServerSentEvent<String>> briefly() {
        return IntStream.iterate(2, left -> left < SKEW_SECONDS, left -> left * 2)
                .mapToObj(left -> Tokens.analyst(account, Instant.now().minusSeconds(SKEW_SECONDS - left)))
                .map(token -> Listening.unlessRefused(as(token).get().uri("/api/v1/stream")))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private void sitDown(String subject, int times) throws Exception {
        for (int time = 0; time < times; time++) {
            var listener = listener(subject, FEED.reader().position());
            seated.add(listener);
            assertThat(listener.status()).endsWith("200 OK");
        }
    }

    private void everybodyLeaves() throws Exception {
        for (var listener : seated) {
            listener.close();
        }
    }

    private void refuses(String subject, HttpStatus status, String problem) {
        as(token(subject))
                .get()
                .uri("/api/v1/stream")
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Retry-After", "10")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://casebook.example/problems/" + problem)
                .jsonPath("$.retryAfter")
                .isEqualTo(10);
    }

    private RawListener listener(String subject, long after) throws Exception {
        return new RawListener(address("/api/v1/stream"), token(subject), after);
    }

    private static String token(String subject) {
        return Tokens.analyst(subject, Instant.now().plusSeconds(600));
    }

    private List<Long> between(long after, long until) {
        return Listening.after(after, as(token(account)), "/api/v1/stream?until=" + until)
                .map(Listening::id)
                .collectList()
                .block(PATIENCE);
    }

    /** The ids of the events, without those of heartbeats and of the end. */
    private static List<Long> told(List<String> lines) {
        return IntStream.range(1, lines.size())
                .filter(number -> lines.get(number).startsWith("event:")
                        && !lines.get(number).equals("event:end"))
                .mapToObj(number -> Long.parseLong(lines.get(number - 1).substring("id:".length())))
                .toList();
    }

    private double listeners() {
        return metrics.get("casebook.stream.listeners").gauge().value();
    }

    private double ended(String reason) {
        return metrics.get("casebook.stream.ended")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private static void muchHappens() {
        for (int number = 0; number < EVENTS; number += OF_A_COMMIT) {
            FEED.append(Stream.generate(SlowListenersTest::report)
                    .limit(OF_A_COMMIT)
                    .toArray(CasebookEvent[]::new));
        }
    }

    /** Of a station, a province and a year of which no other test asks. */
    private static IncidentFiled report() {
        var details = Sample.details("2031-04-10T08:00:00+07:00", Category.DRUG_TRAFFICKING);
        return Sample.filed(Sample.incident(), new StationCode("XX-SLOW"), new ProvinceCode("XX-01"), 1, details);
    }
}
