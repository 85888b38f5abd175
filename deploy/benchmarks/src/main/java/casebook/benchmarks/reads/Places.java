package casebook.benchmarks.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where pages of a list begin.
 *
 * @param rows how many the whole list has
 * @param spread places behind its first page and over all of it, none if it has no second page
 */
record Places(long rows, List<Place> spread) {

    static final int PAGE = 50;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ANALYST = "ANALYST";
    private static final int LONGEST_PAGE = 1000;
    private static final int PLACES = 10;

    /**
     * One of them.
     *
     * @param row how many stand before it
     * @param path of the page that begins there
     */
    record Place(int row, String path) {}

    /** Goes through the list once. */
    static Places of(Client client, String list) {
        var facets = JSON.readTree(client.body(list + "&limit=1&facets=true", ANALYST))
                .get("facets");
        var rows = StreamSupport.stream(facets.get("status").spliterator(), false)
                .mapToLong(count -> count.asLong())
                .sum();
        var last = Math.toIntExact(Math.max(0, rows - PAGE));
        var begins = IntStream.rangeClosed(1, PLACES)
                .map(number -> (int) ((long) last * number / PLACES))
                .filter(row -> row > 0)
                .distinct()
                .toArray();
        var spread = new ArrayList<Place>();
        var at = new Place(0, list);
        for (var row : begins) {
            at = walk(client, list, at, row);
            spread.add(new Place(row, at.path() + "&limit=" + PAGE));
        }
        return new Places(rows, spread);
    }

    private static Place walk(Client client, String list, Place from, int to) {
        var at = from;
        while (at.row() < to) {
            var step = Math.min(to - at.row(), LONGEST_PAGE);
            var next = JSON.readTree(client.body(at.path() + "&limit=" + step, ANALYST))
                    .get("next")
                    .asString();
            at = new Place(at.row() + step, list + "&cursor=" + next);
        }
        return at;
    }
}
