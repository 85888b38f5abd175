package casebook.query.statistics;

import java.util.List;

/** Which row of a table; rows are ordered by year, then by their groups' values. */
record RowKey(int year, List<String> group) implements Comparable<RowKey> {

    @Override
    public int compareTo(RowKey other) {
        var order = Integer.compare(year, other.year);
        for (int i = 0; order == 0 && i < group.size(); i++) {
            order = group.get(i).compareTo(other.group.get(i));
        }
        return order;
    }
}
