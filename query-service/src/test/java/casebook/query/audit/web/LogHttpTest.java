package casebook.query.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CasebookEvent;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.audit.Signing;
import casebook.transparency.NoteCheck;
import casebook.transparency.SignedCheckpoint;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** The log as programs read it that are not ours. */
class LogHttpTest extends ServiceTest {

    private static final String AUDITOR = Tokens.of(Role.AUDITOR);
    private static final String FOR_EVER = "max-age=31536000, immutable";

    private static long size;

    @BeforeAll
    static void sign() {
        for (int commit = 0; commit < 6; commit++) {
            append(50);
        }
        append(7);
        size = Signing.sign(FEED);
    }

    @Test
    void clientThatKnowsOnlyThePublishedFormatsFindsTheSignedRoot() {
        var log = new TinyLogClient(anonymous(), as(AUDITOR));
        var checkpoint = log.checkpoint();
        assertThat(checkpoint.get(0)).isEqualTo(Signing.ORIGIN);
        assertThat(Long.parseLong(checkpoint.get(1))).isEqualTo(size);
        assertThat(log.rootOfEntries(size)).isEqualTo(checkpoint.get(2));
        assertThat(log.rootOfTiles(size)).isEqualTo(checkpoint.get(2));
    }

    @Test
    void checkpointIsAPlainTextThatAnybodyMayReadAndNobodyMayKeep() {
        var answer = anonymous()
                .get()
                .uri("/checkpoint")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                .expectBody()
                .returnResult();
        var checkpoint = SignedCheckpoint.parse(answer.getResponseBody());
        assertThat(checkpoint.check(List.of(Signing.key()))).isInstanceOf(NoteCheck.Verified.class);
        assertThat(checkpoint.toString())
                .isEqualTo(Signing.store(FEED).newest().orElseThrow().note());
    }

    @Test
    void tilesOfHashesAreForAllAndForEver() {
        for (var path : List.of("/tile/0/000", "/tile/0/000.p/8", "/tile/1/000.p/1")) {
            anonymous()
                    .get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                    .expectHeader()
                    .valueEquals(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                    .expectHeader()
                    .doesNotExist(HttpHeaders.PRAGMA)
                    .expectHeader()
                    .doesNotExist(HttpHeaders.EXPIRES);
        }
    }

    @Test
    void entriesAreForAuditorsAloneAndKeptByThemAlone() {
        for (var path : List.of("/tile/entries/000", "/tile/entries/000.p/8")) {
            as(AUDITOR)
                    .get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                    .expectHeader()
                    .value(
                            HttpHeaders.CACHE_CONTROL,
                            caching -> assertThat(caching.split(", "))
                                    .containsExactlyInAnyOrder("max-age=31536000", "immutable", "private"))
                    .expectHeader()
                    .doesNotExist(HttpHeaders.PRAGMA);
            assertThat(status(path)).isEqualTo(401);
            for (var role : List.of(Role.STATION, Role.COMMAND, Role.ANALYST, Role.ADMIN)) {
                as(Tokens.of(role)).get().uri(path).exchange().expectStatus().isForbidden();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tile",
                "/tile/entries",
                "/tile/entries/",
                "/tile/entries/0",
                "/tile/entries/000.p/0",
                "/tile/entries/x000/000",
                "/tile/%65ntries/000"
            })
    void entriesCannotBeReachedWithoutATokenByAnyWayOfWritingIt(String path) {
        assertThat(anonymous()
                        .get()
                        .uri(address(path))
                        .exchange()
                        .returnResult(byte[].class)
                        .getStatus()
                        .value())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tile/0",
                "/tile/0/",
                "/tile/0/0",
                "/tile/0/0000",
                "/tile/0/abc",
                "/tile/00/000",
                "/tile/-1/000",
                "/tile/64/000",
                "/tile/0/000.p/0",
                "/tile/0/000.p/256",
                "/tile/0/000.p/257",
                "/tile/0/000.p/01",
                "/tile/0/000.p",
                "/tile/0/000.p/",
                "/tile/0/000.p/-1",
                "/tile/0/000.p/8/9",
                "/tile/0/x000/000",
                "/tile/0/001/000",
                "/tile/0/%30%30%30",
                "/tile/data/000",
                "/tile/0/x999/x999/x999/999",
                "/tile/2/000.p/1",
                "/tile/63/000.p/1"
            })
    void whatIsNoTileIsNotFound(String path) {
        assertThat(anonymous()
                        .get()
                        .uri(address(path))
                        .exchange()
                        .expectHeader()
                        .contentType("application/problem+json")
                        .returnResult(byte[].class)
                        .getStatus()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void tilePastTheCheckpointIsNotFoundUntilItIsSigned() {
        var last = size / 256;
        var width = size % 256;
        var path = "/tile/%s/%03d.p/%d";
        assertThat(status(path.formatted("0", last, width))).isEqualTo(200);
        append(2);
        assertThat(status(path.formatted("0", last, width + 1))).isEqualTo(404);
        assertThat(status("/tile/0/%03d".formatted(last))).isEqualTo(404);
        read(AUDITOR, path.formatted("entries", last, width + 1)).expectStatus().isNotFound();
        size = Signing.sign(FEED);
        assertThat(status(path.formatted("0", last, width + 1))).isEqualTo(200);
        read(AUDITOR, path.formatted("entries", last, width + 1)).expectStatus().isOk();
        assertThat(status(path.formatted("0", last, width))).isEqualTo(200);
    }

    @Test
    void partialTileStaysReadableAsTheBeginningOfTheFullOne() {
        for (var kind : List.of("0", "entries")) {
            var full = bytes("/tile/" + kind + "/000");
            for (int width : List.of(1, 100, 255)) {
                var partial = bytes("/tile/" + kind + "/000.p/" + width);
                assertThat(full).startsWith(partial);
            }
        }
        assertThat(bytes("/tile/0/000")).hasSize(256 * 32);
        assertThat(bytes("/tile/0/000.p/7")).hasSize(7 * 32);
    }

    private int status(String path) {
        return anonymous()
                .get()
                .uri(path)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    private byte[] bytes(String path) {
        return as(AUDITOR)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    private static void append(int events) {
        FEED.append(Stream.generate(() -> Sample.filed(Sample.incident(), 1))
                .limit(events)
                .toArray(CasebookEvent[]::new));
    }
}
