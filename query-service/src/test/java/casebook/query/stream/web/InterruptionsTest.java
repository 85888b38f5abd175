package casebook.query.stream.web;

import static casebook.query.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CasebookEvent;
import casebook.http.Role;
import casebook.query.LedgerFeed;
import casebook.query.Sample;
import casebook.query.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;

/** What happens to the service itself: those who listen get over it without missing an event or hearing one twice. */
class InterruptionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ANALYST = Tokens.of(Role.ANALYST);
    private static final List<String> TOLD_OF = List.of("incidents", "cases", "exhibits", "stations");
    private static final LedgerFeed FEED = new LedgerFeed();
    private static Instance service;

    @BeforeAll
    static void start() {
        happens(300);
        service = Instance.start(FEED);
    }

    @AfterAll
    static void stop() {
        service.close();
        FEED.close();
    }

    @Test
    void whileAllIsRebuiltEachEventIsHeardOnceAndInOrder() throws Throwable {
        var before = position();
        var behind = listen(0);
        var idle = listen(before);
        var projections = service.projections();
        TOLD_OF.forEach(projections::rebuild);
        eventually(() -> {
            happens(1);
            assertThat(TOLD_OF)
                    .allMatch(name -> projections.status(name).orElseThrow().serving() == 2);
        });
        happens(1);
        eventually(() -> assertThat(behind).last().returns(position(), Listening::id));
        eventually(() -> assertThat(idle).last().returns(position(), Listening::id));
        assertThat(behind).extracting(Listening::id).isEqualTo(positionsAfter(0));
        assertThat(idle).extracting(Listening::id).isEqualTo(positionsAfter(before));
    }

    @Test
    void whenTheServiceStopsThatIsItsLastWordAndWhoComesBackWithItMissesNothing() throws Throwable {
        var before = position();
        var behind = listen(0);
        var idle = listen(before);
        eventually(() -> assertThat(behind).isNotEmpty());
        service.close();
        happens(20);
        service = Instance.start(FEED);
        assertGoesOn(behind, 0);
        assertGoesOn(idle, before);
    }

    private static void assertGoesOn(List<ServerSentEvent<String>> heard, long after) throws Throwable {
        eventually(() -> assertThat(heard).last().returns("end", ServerSentEvent::event));
        var end = heard.getLast();
        assertThat(end.data()).isEqualTo("{\"position\":" + end.id() + ",\"reason\":\"closing\"}");
        assertThat(end.retry()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        var rest = Listening.after(Listening.id(end), service.as(ANALYST), "/api/v1/stream?until=" + position())
                .collectList()
                .block(PATIENCE);
        assertThat(Stream.concat(heard.stream().limit(heard.size() - 1), Objects.requireNonNull(rest).stream()))
                .extracting(Listening::id)
                .isEqualTo(positionsAfter(after));
    }

    /** What is heard; there may be more of it with each look. */
    private static List<ServerSentEvent<String>> listen(long after) {
        var heard = new CopyOnWriteArrayList<ServerSentEvent<String>>();
        Listening.after(after, service.as(ANALYST), "/api/v1/stream").subscribe(heard::add);
        return heard;
    }

    private static long position() {
        return FEED.reader().position();
    }

    private static List<Long> positionsAfter(long position) {
        return LongStream.rangeClosed(position + 1, position()).boxed().toList();
    }

    private static void happens(int events) {
        FEED.append(Stream.generate(() -> Sample.filed(Sample.incident(), 1))
                .limit(events)
                .toArray(CasebookEvent[]::new));
    }
}
