package casebook.query.statistics;

/** What an incident, or a case file, adds to the sum of the place where it counts. */
public record Addend(DatedCell where, Breakdown figures) {}
