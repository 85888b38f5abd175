package casebook.benchmarks.reads;

import casebook.benchmarks.Machine;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;

/** What is printed: tables as Markdown has them, line by line as they come about. */
final class Report {

    private final PrintWriter out;

    Report(PrintWriter out) {
        this.out = out;
    }

    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    /** Begins a part, and tells how busy the machine was before it. */
    void part(String title) {
        line("%n## %s (%s)%n", title, Machine.load());
    }

    void table(String... columns) {
        line("%s", joined((Object[]) columns));
        line("|%s", String.join("", Collections.nCopies(columns.length, "---|")));
    }

    void row(Object... cells) {
        line("%s", joined(cells));
    }

    private static String joined(Object... cells) {
        return Arrays.stream(cells).map(Report::cell).reduce("|", (row, cell) -> row + " " + cell + " |");
    }

    private static String cell(Object value) {
        return switch (value) {
            case Double number -> String.format(Locale.ROOT, "%,.1f", number);
            case Long number -> String.format(Locale.ROOT, "%,d", number);
            case Integer number -> String.format(Locale.ROOT, "%,d", number);
            default -> value.toString();
        };
    }
}
