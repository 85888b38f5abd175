package casebook.command.incident;

import casebook.command.duplicate.PossibleDuplicate;
import casebook.command.web.Receipt;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * What a caller gets for a filing.
 *
 * @param possibleDuplicates reports in the caller's scope that may tell of the same incident, as found when it was filed; left out where there are none
 */
public record FilingReceipt(
        @JsonUnwrapped Receipt receipt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PossibleDuplicate> possibleDuplicates) {}
