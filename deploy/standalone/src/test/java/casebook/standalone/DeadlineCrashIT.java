package casebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A deadline that passed is one event, whatever is killed between the breach and its recording. */
class DeadlineCrashIT {

    private static final String TAN_THANH = "VN-09-TAN-THANH";
    private static final String CHI_MA = "VN-09-CHI-MA";
    private static final int FIRST = 40;
    private static final int SECOND = 260;
    private static final int IMPORTED = 10;

    /** So far apart that none comes before the first kill. */
    private static final Map<String, String> RARE_ROUNDS = Map.of("CASEBOOK_DEADLINES_EVERY", "50s");

    private static final Map<String, String> OFTEN = Map.of(
            "CASEBOOK_DEADLINES_EVERY", "1s",
            "CASEBOOK_FOLLOWING_CLAIMTIMEOUT", "2s",
            "CASEBOOK_PROJECTIONS_CLAIMTIMEOUT", "2s");

    /** Start, taking over the work of what was killed, and a round of the clocks. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final OffsetDateTime twoDaysAgo = OffsetDateTime.now(ZoneOffset.ofHours(7))
            .truncatedTo(ChronoUnit.SECONDS)
            .minusDays(2);

    @TempDir
    private Path data;

    private RunningStandalone casebook;
    private Officer admin;
    private Officer station;
    private Officer auditor;

    @BeforeEach
    void start() throws Exception {
        startWith(RARE_ROUNDS);
        for (var code : List.of(TAN_THANH, CHI_MA)) {
            admin.put("/stations/" + code, Map.of("name", code, "province", "VN-09", "country", "VN"))
                    .done();
        }
    }

    private void startWith(Map<String, String> settings) throws Exception {
        casebook = RunningStandalone.start(data, settings);
        admin = Officer.admin(casebook);
        station = admin.station(TAN_THANH, "Trần Bình");
        auditor = admin.auditor();
    }

    @AfterEach
    void stop() throws Exception {
        casebook.close();
    }

    @Test
    void everyLateReportIsOneMissedDeadlineThoughEverythingIsKilledBeforeAndWhileTheyAreRecorded() throws Exception {
        file(admin, late(IMPORTED));
        var late = late(FIRST);
        file(station, late);
        casebook.kill();
        startWith(OFTEN);
        await(missed -> missed.keySet().equals(ids(late)));

        var more = late(SECOND);
        var killed = killWhileTheyAreRecorded(more);
        file(station, more);
        var all = ids(Stream.concat(late.stream(), more.stream()).toList());
        await(missed -> missed.keySet().containsAll(all));

        awaitNothingDue();
        var missed = missed();
        assertThat(missed.keySet())
                .as("one of each late report, none of an import")
                .isEqualTo(all);
        assertThat(missed.values()).allMatch(one -> one.size() == 1);
        var before = missed.values().stream()
                .map(List::getFirst)
                .filter(killed::isAfter)
                .count();
        assertThat(before).as("recorded before the second kill").isBetween(FIRST + 1L, all.size() - 1L);
        assertListedWithinScope(all);
    }

    private void assertListedWithinScope(Set<String> all) throws Exception {
        var command = admin.command("VN-09", "Vũ Hải");
        for (var reader : List.of(station, command)) {
            var items = reader.get("/cases/overdue?limit=1000").done().path("items");
            assertThat(items.valueStream().map(item -> item.path("incident").asString()))
                    .containsExactlyInAnyOrderElementsOf(all);
            assertThat(items.valueStream().map(DeadlineCrashIT::withoutIncident))
                    .containsOnly(List.of(
                            TAN_THANH, "FIRST_REPORT", twoDaysAgo.plusDays(1).toInstant()));
        }
        var others = List.of(admin.station(CHI_MA, "Phạm An"), admin.command("VN-44", "Hồ Nam"));
        for (var reader : others) {
            assertThat(reader.get("/cases/overdue").done().path("items")).isEmpty();
        }
    }

    private static List<Object> withoutIncident(JsonNode item) {
        return List.of(
                item.path("station").asString(),
                item.path("kind").asString(),
                Instant.parse(item.path("dueAt").asString()));
    }

    /** The filing breaks off, or has just ended. */
    private Instant killWhileTheyAreRecorded(List<Map<String, Object>> reports) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var filing = threads.submit(() -> station.postLines("/incidents/batch", reports));
            await(missed -> missed.size() > FIRST);
            casebook.kill();
            var killed = Instant.now();
            filing.cancel(true);
            casebook.start();
            return killed;
        }
    }

    /** What was filed before is recognised. */
    private static void file(Officer officer, List<Map<String, Object>> reports) throws Exception {
        var outcomes = new String(officer.postLines("/incidents/batch", reports).bytes())
                .lines()
                .map(line ->
                        RunningStandalone.JSON.readTree(line).path("outcome").asString())
                .toList();
        assertThat(outcomes).hasSize(reports.size()).isSubsetOf("FILED", "DUPLICATE");
    }

    /** When the deadlines of which incidents were recorded as missed, once that is so. */
    private Map<String, List<Instant>> await(Predicate<Map<String, List<Instant>>> condition) throws Exception {
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            var missed = missed();
            if (condition.test(missed)) {
                return missed;
            }
            assertThat(Instant.now()).as(missed.size() + " missed").isBefore(until);
        }
    }

    private Map<String, List<Instant>> missed() throws Exception {
        return new String(auditor.get("/audit/events?type=DeadlineMissed").bytes())
                .lines()
                .map(RunningStandalone.JSON::readTree)
                .collect(Collectors.groupingBy(
                        line -> line.path("aggregate").asString(),
                        Collectors.mapping(DeadlineCrashIT::recorded, Collectors.toList())));
    }

    private static Instant recorded(JsonNode line) {
        return Instant.parse(line.path("time").asString());
    }

    /** Until the clocks of all that was recorded are gone, after which no round asks for any of it. */
    private void awaitNothingDue() throws Exception {
        var until = Instant.now().plus(PATIENCE);
        while (!casebook.get(casebook.commandPort, "/actuator/prometheus", null)
                .body()
                .contains("casebook_deadlines_open{kind=\"FIRST_REPORT\"} 0.0")) {
            assertThat(Instant.now()).isBefore(until);
        }
    }

    private static Set<String> ids(List<Map<String, Object>> reports) {
        return reports.stream().map(report -> report.get("id").toString()).collect(Collectors.toSet());
    }

    private List<Map<String, Object>> late(int count) {
        return Stream.generate(this::late).limit(count).toList();
    }

    private Map<String, Object> late() {
        return Map.of(
                "id",
                UUID.randomUUID().toString(),
                "station",
                TAN_THANH,
                "category",
                "ILLEGAL_CROSSING",
                "occurredAt",
                twoDaysAgo.toString(),
                "summary",
                "Vượt biên trái phép, báo cáo muộn");
    }
}
