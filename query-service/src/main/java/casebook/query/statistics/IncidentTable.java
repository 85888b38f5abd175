package casebook.query.statistics;

import java.time.LocalDate;

/** A table of incidents while it is filled. What its query leaves out is passed over; the order of filling does not matter. */
public interface IncidentTable {

    /** @param day of the incidents; for a whole month that no year begins in, any of its days */
    void add(LocalDate day, Cell cell, Breakdown figures);

    /** Takes away what was added. */
    void subtract(LocalDate day, Cell cell, Breakdown figures);
}
