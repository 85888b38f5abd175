package casebook.query.scope;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/**
 * What one endpoint answers whom.
 *
 * @param uri under which it is asked for, with places for ids of the {@link Target}
 * @param cells for each caller the letters of the targets that the answer shows, with a dash for each of the others; or the status, if it is the same whatever is asked
 *     for
 */
record Row(HttpMethod method, String uri, Map<Asker, String> cells) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");

    /** @param table a line for each row, its columns apart by blanks, in the order of {@link Asker} behind the method and the address */
    static List<Row> parse(String table) {
        return table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> BLANKS.split(line.strip()))
                .map(Row::of)
                .toList();
    }

    private static Row of(String[] columns) {
        if (columns.length != 2 + Asker.values().length) {
            throw new IllegalArgumentException("Not one cell for each asker: " + String.join(" ", columns));
        }
        var cells = new EnumMap<Asker, String>(Asker.class);
        Arrays.stream(Asker.values()).forEach(asker -> cells.put(asker, columns[2 + asker.ordinal()]));
        return new Row(HttpMethod.valueOf(columns[0]), columns[1], cells);
    }

    /** Whether one target is asked for by its id; else the answer may show several. */
    boolean names() {
        return Arrays.stream(Target.values()).anyMatch(target -> !target.in(uri).equals(uri));
    }

    boolean is(Asker asker, String status) {
        return cell(asker).equals(status);
    }

    boolean hasStatus(Asker asker) {
        return STATUS.matcher(cell(asker)).matches();
    }

    boolean shows(Asker asker, Target target) {
        return !hasStatus(asker) && cell(asker).indexOf(target.letter()) >= 0;
    }

    String cell(Asker asker) {
        return cells.getOrDefault(asker, "");
    }

    PathContainer path() {
        return PathContainer.parsePath(Target.OWN.in(uri.split("\\?", 2)[0]));
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
