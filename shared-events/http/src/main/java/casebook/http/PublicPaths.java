package casebook.http;

import java.util.List;

/** Path patterns that need no token, beside health, metrics and documentation. */
public record PublicPaths(List<String> patterns) {

    public PublicPaths {
        patterns = List.copyOf(patterns);
    }
}
