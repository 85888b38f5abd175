package casebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The standalone as users meet it. */
class StandaloneIT {

    @TempDir
    static Path data;

    private static RunningStandalone casebook;

    @BeforeAll
    static void start() throws Exception {
        casebook = RunningStandalone.start(data);
    }

    @AfterAll
    static void stop() throws Exception {
        var processes = casebook.processes();
        assertThat(processes).hasSizeGreaterThan(1);
        casebook.close();
        assertThat(processes)
                .allSatisfy(process -> assertThat(process.isAlive()).isFalse());
    }

    @Test
    void bothCurlCommandsThatItPrintsWorkWhenPasted() throws Exception {
        var commands = casebook.output()
                .lines()
                .filter(line -> line.startsWith("  curl "))
                .toList();
        assertThat(commands).hasSize(2);
        assertThat(shell(commands.get(0))).contains("access_token");
        assertThat(shell(commands.get(1))).contains("\"years\"");
    }

    @Test
    void theDemoIssuerDoesNotExistForWhoComesThroughAProxy() throws Exception {
        for (var header : List.of("Forwarded", "X-Forwarded-For")) {
            var answer = casebook.post(
                    casebook.commandPort, "/demo/token", "{\"role\": \"ADMIN\"}", null, header, "for=203.0.113.7");
            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theDemoIssuerNamesWhatARoleNeeds() throws Exception {
        var answer = casebook.post(casebook.commandPort, "/demo/token", "{\"role\": \"STATION\", \"rank\": 1}", null);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/station", "/rank");
    }

    @Test
    void everythingButHealthMetricsAndDocumentationNeedsAToken() throws Exception {
        for (int port : List.of(casebook.commandPort, casebook.queryPort)) {
            for (var open : List.of(
                    "/actuator/health/liveness",
                    "/actuator/health/readiness",
                    "/actuator/prometheus",
                    "/v3/api-docs")) {
                assertThat(casebook.get(port, open, null).statusCode()).as(open).isEqualTo(200);
            }
            assertThat(casebook.get(port, "/api/v1/incidents", null).statusCode())
                    .isEqualTo(401);
            assertThat(casebook.get(port, "/actuator/env", null).statusCode()).isIn(401, 404);
        }
    }

    @Test
    void bothServicesShowTheirDocumentationInABrowser() {
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(Chromium.executable())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"));
        var noDownload = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (var playwright = Playwright.create(noDownload);
                var browser = playwright.chromium().launch(options)) {
            var page = browser.newPage();
            page.navigate("http://127.0.0.1:" + casebook.commandPort + "/docs");
            page.getByText("/api/v1/incidents/batch").first().waitFor();
            page.navigate("http://127.0.0.1:" + casebook.queryPort + "/docs");
            page.getByText("/api/v1/statistics/yearly").first().waitFor();
        }
    }

    @Test
    void aSecondProgramOnTheSameDataIsRefused() throws Exception {
        var second =
                new ProcessBuilder(RunningStandalone.ROOT.resolve("deploy/run").toString()).redirectErrorStream(true);
        second.environment().put("CASEBOOK_DATA", data.resolve("casebook").toString());
        var process = second.start();
        assertThat(new String(process.getInputStream().readAllBytes())).contains("Another Casebook is running");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private static String shell(String command) throws Exception {
        var process = new ProcessBuilder("bash", "-c", command).start();
        return new String(process.getInputStream().readAllBytes());
    }
}
