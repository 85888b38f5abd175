package casebook.query.statistics;

import casebook.events.Item;
import casebook.events.Unit;

/** What quantities add up over: an item, in one of the units that statistics report. */
public record SeizedItem(Item item, Unit unit) {}
