package casebook.query.exports;

import casebook.query.platform.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** How the filter of a list is written down: as query parameters, encoded, so that no two filters are the same text. */
final class FilterText {

    private FilterText() {}

    /** @param names of the parameters, in order; one that was not given is left out */
    static String of(Parameters given, List<String> names) {
        return names.stream()
                .filter(given::has)
                .map(name -> name + "=" + UriUtils.encode(given.all(name).getFirst(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** @param text that was made here */
    static Map<String, List<String>> parse(String text) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var parameter : text.split("&")) {
            var name = parameter.split("=", 2)[0];
            if (!name.isEmpty()) {
                var value = parameter.substring(Math.min(parameter.length(), name.length() + 1));
                values.put(name, List.of(UriUtils.decode(value, StandardCharsets.UTF_8)));
            }
        }
        return values;
    }
}
