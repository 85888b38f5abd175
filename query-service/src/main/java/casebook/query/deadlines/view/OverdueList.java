package casebook.query.deadlines.view;

import casebook.query.platform.Overdue;
import java.util.List;

/**
 * What is overdue.
 *
 * @param items what was due first, first
 */
public record OverdueList(List<Overdue> items) {}
