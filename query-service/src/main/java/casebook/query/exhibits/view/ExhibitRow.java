package casebook.query.exhibits.view;

import casebook.events.Balance;
import casebook.events.ExhibitDetails;
import casebook.events.ExhibitFileAttached;
import casebook.events.ExhibitId;
import casebook.events.IncidentId;
import casebook.events.SeizureId;
import casebook.events.Sha256;
import casebook.events.StationCode;
import casebook.query.exhibits.ExhibitState;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * An exhibit in a list.
 *
 * @param custodian who holds it; another one only when that one received it
 * @param balance seized = held + sampled + destroyed + released, in the unit of the statistics
 * @param sha256 of the newest attached file, else what was stated when it entered custody
 * @param offer the transfer that waits for its receiver
 * @param discrepancies how many weighings differed by more than they may
 * @param altered whether bytes of an attached file were found to be others
 */
public record ExhibitRow(
        ExhibitId id,
        IncidentId incident,
        StationCode station,
        @Nullable SeizureId seizure,
        String description,
        String custodian,

        @JsonUnwrapped Balance balance,

        @Nullable Sha256 sha256,
        ExhibitDetails.@Nullable Offer offer,
        int discrepancies,
        @Nullable ExhibitFileAttached file,
        boolean altered,
        long version,
        long position) {

    static ExhibitRow of(ExhibitState state) {
        var details = state.details();
        var file = details.file();
        return new ExhibitRow(
                state.id(),
                details.incident(),
                details.station(),
                details.seizure(),
                details.description(),
                details.custodian(),
                details.balance(),
                file == null ? details.sha256() : file.sha256(),
                details.offer(),
                state.discrepancies(),
                file,
                !details.altered().isEmpty(),
                state.version(),
                state.position());
    }
}
