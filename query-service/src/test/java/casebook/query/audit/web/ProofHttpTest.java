package casebook.query.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CasebookEvent;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.audit.Signing;
import casebook.transparency.CompactRange;
import casebook.transparency.ConsistencyProof;
import casebook.transparency.Hash;
import casebook.transparency.InclusionProof;
import casebook.transparency.ProofCheck;
import casebook.transparency.VerifierKey;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;

class ProofHttpTest extends ServiceTest {

    private static final String AUDITOR = Tokens.of(Role.AUDITOR);
    private static final String INCLUSION = "/api/v1/audit/proof/inclusion";
    private static final String CONSISTENCY = "/api/v1/audit/proof/consistency";

    private static List<Hash> leaves;

    @BeforeAll
    static void fill() {
        for (int commit = 0; commit < 6; commit++) {
            append(50);
        }
        leaves = Signing.leaves(FEED.reader());
    }

    @Test
    void eventsAreProvenToBeInTheLedger() {
        var random = new Random(7);
        for (int i = 0; i < 15; i++) {
            var size = 1 + random.nextInt(leaves.size());
            var index = random.nextInt(size);
            var answer = json(INCLUSION + "?index=" + index + "&size=" + size);
            assertThat(answer).containsEntry("index", index).containsEntry("size", size);
            assertThat(answer).containsEntry("leafHash", leaves.get(index).toBase64());
            assertThat(answer).containsEntry("rootHash", root(size).toBase64());
            assertThat(new InclusionProof(index, size, hashes(answer)).check(leaves.get(index), root(size)))
                    .isEqualTo(ProofCheck.HOLDS);
        }
    }

    @Test
    void laterLedgerIsProvenToExtendAnEarlierOne() {
        var random = new Random(7);
        for (int i = 0; i < 15; i++) {
            var to = 1 + random.nextInt(leaves.size());
            var from = 1 + random.nextInt(to);
            var answer = json(CONSISTENCY + "?from=" + from + "&to=" + to);
            assertThat(answer).containsEntry("from", from).containsEntry("to", to);
            assertThat(new ConsistencyProof(from, to, hashes(answer)).check(root(from), root(to)))
                    .isEqualTo(ProofCheck.HOLDS);
        }
    }

    @Test
    void ledgerExtendsItselfWithoutAnyHash() {
        assertThat(json(CONSISTENCY + "?from=5&to=5")).containsEntry("hashes", List.of());
        assertThat(json(INCLUSION + "?index=0&size=1")).containsEntry("hashes", List.of());
    }

    @Test
    void newestEventIsProvenAtOnce() {
        append(1);
        leaves = Signing.leaves(FEED.reader());
        var size = leaves.size();
        assertThat(json(INCLUSION + "?index=" + (size - 1) + "&size=" + size))
                .containsEntry("rootHash", root(size).toBase64());
    }

    @ParameterizedTest
    @CsvSource({
        "index=0, size",
        "size=1, index",
        "'', 'index,size'",
        "index=-1&size=1, index",
        "index=1&size=1, index",
        "index=0&size=0, size",
        "index=x&size=y, 'index,size'",
        "index=0&size=9223372036854775807, size",
        "index=0&size=9223372036854775808, size",
        "index=9223372036854775807&size=9223372036854775807, 'index,size'",
        "index=&size=1, index",
    })
    void everyBadNumberOfAnInclusionProofIsNamed(String query, String faults) {
        assertThat(faults(INCLUSION + "?" + query)).containsExactlyInAnyOrder(faults.split(","));
    }

    @ParameterizedTest
    @CsvSource({
        "from=1, to",
        "'', 'from,to'",
        "from=0&to=1, from",
        "from=2&to=1, from",
        "from=1&to=0, to",
        "from=1&to=9223372036854775807, to",
        "from=1.0&to=1e1, 'from,to'",
    })
    void everyBadNumberOfAConsistencyProofIsNamed(String query, String faults) {
        assertThat(faults(CONSISTENCY + "?" + query)).containsExactlyInAnyOrder(faults.split(","));
    }

    @Test
    void rangeIsExplainedInTheReadersLanguage() {
        as(AUDITOR)
                .get()
                .uri(CONSISTENCY + "?from=0&to=3")
                .header("Accept-Language", "vi")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("không nằm trong khoảng từ 1 đến 3");
    }

    @Test
    void checkpointWaitsUntilItCoversThePositionAskedFor() throws Exception {
        var before = Signing.sign(FEED);
        append(1);
        var position = before + 1;
        var signing = Thread.ofVirtual().start(() -> Signing.sign(FEED));
        as(AUDITOR)
                .get()
                .uri("/api/v1/audit/checkpoint")
                .header("Casebook-Min-Position", Long.toString(position))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                .expectHeader()
                .valueEquals("Casebook-Position", position)
                .expectBody(String.class)
                .isEqualTo(Signing.store(FEED).at(position).orElseThrow().note());
        signing.join();
    }

    @Test
    void keyIsOneLine() {
        Signing.sign(FEED);
        var body = read(AUDITOR, "/api/v1/audit/key")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).isEqualTo(Signing.key() + "\n");
        assertThat(VerifierKey.parse(body.strip())).isEqualTo(Signing.key());
    }

    @Test
    void proofsAreForAuditors() {
        for (var path : List.of("/api/v1/audit/checkpoint", "/api/v1/audit/key", INCLUSION, CONSISTENCY)) {
            anonymous().get().uri(path).exchange().expectStatus().isUnauthorized();
            for (var role : List.of(Role.STATION, Role.COMMAND, Role.ANALYST, Role.ADMIN)) {
                as(Tokens.of(role)).get().uri(path).exchange().expectStatus().isForbidden();
            }
        }
    }

    private static Hash root(int size) {
        return CompactRange.over(leaves.subList(0, size)).root();
    }

    private static List<Hash> hashes(Map<String, Object> answer) {
        return ((List<?>) answer.get("hashes"))
                .stream().map(hash -> Hash.ofBase64((String) hash)).toList();
    }

    private Map<String, Object> json(String uri) {
        return read(AUDITOR, uri)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/json")
                .expectHeader()
                .exists("Casebook-Position")
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody();
    }

    private List<String> faults(String uri) {
        var body = as(AUDITOR)
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody();
        return names(body, "$.errors[*].parameter");
    }

    private static void append(int events) {
        FEED.append(Stream.generate(() -> Sample.filed(Sample.incident(), 1))
                .limit(events)
                .toArray(CasebookEvent[]::new));
    }
}
