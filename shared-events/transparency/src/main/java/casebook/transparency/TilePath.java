package casebook.transparency;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the addresses of tiles are written and read. */
final class TilePath {

    static final String ENTRIES = "entries";

    private static final int GROUP = 1000;

    /** A log has at most 2^63 - 1 entries. */
    private static final long MAX_INDEX = Long.MAX_VALUE / TileAddress.FULL;

    private static final Pattern FORM =
            Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    private TilePath() {}

    static String of(String row, TileAddress tile) {
        StringBuilder path = new StringBuilder(group(tile.index()));
        for (long rest = tile.index() / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, 'x' + group(rest) + '/');
        }
        path.insert(0, "tile/" + row + "/");
        if (tile.isPartial()) {
            path.append(".p/").append(tile.width());
        }
        return path.toString();
    }

    static TileAddress parse(String path) {
        Matcher matcher = FORM.matcher(path);
        if (!matcher.matches()) {
            throw new Malformed("Not the path of a tile: " + Text.shown(path));
        }
        long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
        String partial = matcher.group(3);
        int width = partial == null ? TileAddress.FULL : Integer.parseInt(partial);
        TileAddress tile = matcher.group(1).equals(ENTRIES)
                ? new TileAddress.OfEntries(index, width)
                : new TileAddress.OfHashes(Integer.parseInt(matcher.group(1)), index, width);
        if (!tile.path().equals(path)) {
            throw new Malformed("Not the path of a tile in its shortest form: " + Text.shown(path));
        }
        return tile;
    }

    static void requireValid(long index, int width) {
        if (index < 0 || index > MAX_INDEX || width < 1 || width > TileAddress.FULL) {
            throw new Malformed("There is no tile " + index + " with " + width + " of " + TileAddress.FULL);
        }
    }

    private static String group(long index) {
        return String.format(Locale.ROOT, "%03d", index % GROUP);
    }
}
