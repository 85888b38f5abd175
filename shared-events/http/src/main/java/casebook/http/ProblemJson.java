package casebook.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/** Puts a {@link Problem} into the caller's language and the shape of RFC 9457. */
public final class ProblemJson {

    private static final String TYPES = "https://casebook.example/problems/";

    private final MessageSource messages;

    public ProblemJson(MessageSource messages) {
        this.messages = messages;
    }

    /** The members of the problem document, in the order in which they are read best. */
    public Map<String, Object> render(Problem problem, Locale locale) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPES + problem.slug());
        body.put("title", text("problem." + problem.slug() + ".title", List.of(), locale));
        body.put("status", problem.status().value());
        body.put("detail", text("problem." + problem.slug() + ".detail", problem.arguments(), locale));
        if (!problem.faults().isEmpty()) {
            body.put(
                    "errors",
                    problem.faults().stream()
                            .map(fault -> render(fault, locale))
                            .toList());
        }
        body.putAll(problem.extensions());
        return body;
    }

    private Map<String, Object> render(Fault fault, Locale locale) {
        var body = new LinkedHashMap<String, Object>();
        body.put(fault.kind().member(), fault.where());
        body.put("code", fault.code());
        body.put("message", text("fault." + fault.code(), fault.arguments(), locale));
        return body;
    }

    private String text(String key, List<Object> arguments, Locale locale) {
        return messages.getMessage(key, arguments.toArray(), locale);
    }
}
