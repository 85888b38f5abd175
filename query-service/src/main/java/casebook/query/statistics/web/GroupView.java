package casebook.query.statistics.web;

import casebook.query.statistics.GroupBy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the group of a row is answered. */
final class GroupView {

    private GroupView() {}

    /** By what the table is grouped by; a value is null where the reports name none. Null if the table is not grouped. */
    static @Nullable Map<String, @Nullable String> of(List<String> values, List<GroupBy> groupBy) {
        if (groupBy.isEmpty()) {
            return null;
        }
        var group = new LinkedHashMap<String, @Nullable String>();
        for (int i = 0; i < groupBy.size(); i++) {
            var value = values.get(i);
            group.put(groupBy.get(i).key(), value.isEmpty() ? null : value);
        }
        return group;
    }
}
