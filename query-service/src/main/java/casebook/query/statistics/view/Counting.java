package casebook.query.statistics.view;

import casebook.query.statistics.IncidentFacts;
import casebook.query.statistics.IncidentTable;
import java.time.ZoneId;

/** Counts incidents, within the caller's scope, in a table. */
record Counting(IncidentTable table, ZoneId zone) {

    void add(IncidentFacts incident) {
        incident.counted()
                .map(occurrence -> occurrence.in(zone))
                .ifPresent(where -> table.add(where.day(), where.cell(), incident.breakdown()));
    }

    void subtract(IncidentFacts incident) {
        incident.counted()
                .map(occurrence -> occurrence.in(zone))
                .ifPresent(where -> table.subtract(where.day(), where.cell(), incident.breakdown()));
    }
}
