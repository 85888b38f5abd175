package casebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was published comes back, figure for figure, through the same two commands that a user has. */
class PublishedFiguresIT {

    private static final List<String> MEASURES = List.of(
            "incidents", "subjects", "arrested", "victims", "rescued", "vehicles", "enterprises", "value", "seizures");

    @TempDir
    Path data;

    @Test
    void publishedTotalsComeBackAndLoadingAgainAddsNothing() throws Exception {
        try (var casebook = RunningStandalone.start(data)) {
            for (var sample : List.of("lang-son", "nghe-an")) {
                casebook.loaded(
                        RunningStandalone.sample(sample + ".ndjson"),
                        "--stations",
                        RunningStandalone.sample(sample + ".stations.ndjson"));
            }
            assertFigures(casebook, "lang-son", "?province=VN-09");
            assertFigures(casebook, "nghe-an", "?province=VN-22");

            var position = casebook.position();
            var again = casebook.loaded(RunningStandalone.sample("nghe-an.ndjson"));
            assertThat(again).contains("0 filed, 727 duplicates, 0 rejected");
            assertThat(casebook.position()).isEqualTo(position);
        }
    }

    @Test
    void aLoadThatIsKilledInTheMiddleIsCompletedByLoadingAgain() throws Exception {
        try (var casebook = RunningStandalone.start(data)) {
            var loader = casebook.load(
                    RunningStandalone.sample("nghe-an.ndjson"),
                    "--stations",
                    RunningStandalone.sample("nghe-an.stations.ndjson"));
            var deadline = Instant.now().plusSeconds(60);
            while (casebook.position() < 100 && Instant.now().isBefore(deadline)) {
                Thread.sleep(50);
            }
            casebook.kill();
            loader.destroyForcibly().waitFor();

            casebook.start();
            casebook.loaded(RunningStandalone.sample("nghe-an.ndjson"));
            assertThat(casebook.position()).isEqualTo(727 + 5);
            assertFigures(casebook, "nghe-an", "");

            rebuild(casebook);
            assertFigures(casebook, "nghe-an", "");
        }
    }

    private static void rebuild(RunningStandalone casebook) throws Exception {
        var admin = casebook.token("ADMIN");
        for (var projection : List.of("incidents", "cases", "stations", "statistics")) {
            var path = "/api/v1/projections/" + projection + "/rebuild";
            assertThat(casebook.post(casebook.queryPort, path, "", admin).statusCode())
                    .isEqualTo(202);
            var deadline = Instant.now().plusSeconds(60);
            JsonNode progress;
            do {
                progress = RunningStandalone.JSON.readTree(
                        casebook.get(casebook.queryPort, path, admin).body());
            } while (!progress.path("done").asBoolean() && Instant.now().isBefore(deadline));
            assertThat(progress.path("done").asBoolean()).as(projection).isTrue();
        }
    }

    private static void assertFigures(RunningStandalone casebook, String sample, String query) throws Exception {
        var expected = RunningStandalone.JSON.readTree(
                Files.readString(Path.of(RunningStandalone.sample(sample + ".expected.json"))));
        var actual = casebook.statistics(query);
        assertThat(actual.get("years").size()).isEqualTo(expected.get("years").size());
        for (int year = 0; year < expected.get("years").size(); year++) {
            assertThat(actual.get("years").get(year).get("year"))
                    .isEqualTo(expected.get("years").get(year).get("year"));
            assertMeasures(actual.get("years").get(year), expected.get("years").get(year));
        }
        assertMeasures(actual.get("total"), expected.get("total"));
    }

    private static void assertMeasures(JsonNode actual, JsonNode expected) {
        for (var measure : MEASURES) {
            assertThat(actual.get(measure)).as(measure).isEqualTo(expected.get(measure));
        }
    }
}
