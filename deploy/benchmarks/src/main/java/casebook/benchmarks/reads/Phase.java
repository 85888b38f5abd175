package casebook.benchmarks.reads;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/** A part of the benchmark of reading. */
enum Phase {
    TABLES("Statistics over ten years"),
    HISTORY("Histories"),
    PAGES("Pages of lists"),
    SEARCH("Search"),
    FACETS("Facets"),
    VISIBLE("From acknowledgement to visible"),
    REBUILD("Rebuild"),
    SIZES("Sizes");

    private final String title;

    Phase(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Takes names in lower case. */
    static final class Converter implements ITypeConverter<Phase> {
        @Override
        public Phase convert(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
