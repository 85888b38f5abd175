package casebook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;

class ProblemJsonTest {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final StaticMessageSource messages = new StaticMessageSource();
    private final ProblemJson json = new ProblemJson(messages);

    ProblemJsonTest() {
        messages.addMessage("problem.too-late.title", Locale.ENGLISH, "Too late");
        messages.addMessage("problem.too-late.detail", Locale.ENGLISH, "It closed at {0}.");
        messages.addMessage("problem.too-late.title", VIETNAMESE, "Quá muộn");
        messages.addMessage("problem.too-late.detail", VIETNAMESE, "Đã đóng lúc {0}.");
        messages.addMessage("problem.invalid-request.title", Locale.ENGLISH, "Invalid");
        messages.addMessage("problem.invalid-request.detail", Locale.ENGLISH, "Faults");
        messages.addMessage("fault.not-one-of", Locale.ENGLISH, "One of {0}.");
    }

    @Test
    void aProblemIsRenderedInTheCallersLanguageWithItsExtensions() {
        var problem = Problem.of("too-late", HttpStatus.CONFLICT, "17:00").with("allowed", List.of("MORNING"));
        assertThat(json.render(problem, Locale.ENGLISH))
                .containsExactly(
                        Map.entry("type", "https://casebook.example/problems/too-late"),
                        Map.entry("title", "Too late"),
                        Map.entry("status", 409),
                        Map.entry("detail", "It closed at 17:00."),
                        Map.entry("allowed", List.of("MORNING")));
        assertThat(json.render(problem, VIETNAMESE))
                .containsEntry("title", "Quá muộn")
                .containsEntry("detail", "Đã đóng lúc 17:00.")
                .containsEntry("type", "https://casebook.example/problems/too-late");
    }

    @Test
    void aFaultIsNamedByItsPointerOrItsParameter() {
        var problem =
                Problem.invalid(Fault.at("/item", "not-one-of", "A, B"), Fault.parameter("sort", "not-one-of", "C"));
        assertThat(json.render(problem, Locale.ENGLISH).get("errors"))
                .isEqualTo(List.of(
                        Map.of("pointer", "/item", "code", "not-one-of", "message", "One of A, B."),
                        Map.of("parameter", "sort", "code", "not-one-of", "message", "One of C.")));
    }

    @Test
    void aTextWithBracesIsNotTakenForAPattern() {
        var problem = Problem.of("too-late", HttpStatus.CONFLICT, "{1} o'clock");
        assertThat(json.render(problem, Locale.ENGLISH)).containsEntry("detail", "It closed at {1} o'clock.");
    }
}
