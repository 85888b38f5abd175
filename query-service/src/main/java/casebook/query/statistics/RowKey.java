package casebook.query.statistics;

import java.util.List;

/** Which row of a table; rows are ordered by year, then by their groups' values. */
record RowKey(int year, List<String> group) implements Comparable<RowKey> {

    /** An odd number of which the bits are well mixed. */
    private static final int SPREAD = 0x9E3779B9;

    /** A record's own would be the same for the next station in the year before, and so on through a large table. */
    @Override
    public int hashCode() {
        return group.hashCode() * SPREAD + year;
    }

    @Override
    public int compareTo(RowKey other) {
        var order = Integer.compare(year, other.year);
        for (int i = 0; order == 0 && i < group.size(); i++) {
            order = group.get(i).compareTo(other.group.get(i));
        }
        return order;
    }
}
