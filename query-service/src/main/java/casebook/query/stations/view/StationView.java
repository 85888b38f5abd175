package casebook.query.stations.view;

import casebook.query.stations.LastReport;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A station with how soon and how regularly it reports.
 *
 * @param lastReport absent if it never gave its regular report
 * @param silent whether it owes a regular report of a day that is over, or never gave one
 * @param reportsMissing how many such reports it owes since its last one, or since it was registered
 */
public record StationView(
        @JsonUnwrapped StationRow station,
        @Nullable LastReport lastReport,
        boolean silent,
        long reportsMissing,
        Timeliness timeliness) {}
