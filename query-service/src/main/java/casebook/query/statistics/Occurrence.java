package casebook.query.statistics;

import java.time.Instant;

/** When and where an incident counts. */
public record Occurrence(Instant at, Cell cell) {}
