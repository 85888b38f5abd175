package casebook.query.statistics;

/**
 * The case files of a year.
 *
 * @param opened how many were opened in it
 * @param open for how long those had been open that were closed in it
 */
public record ClearanceRow(int year, long opened, Durations open) {}
