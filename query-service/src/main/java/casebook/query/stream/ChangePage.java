package casebook.query.stream;

import java.util.List;

/** @param to the position after the last event that was looked at */
record ChangePage(long to, List<Change> changes) {}
