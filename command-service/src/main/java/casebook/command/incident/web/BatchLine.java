package casebook.command.incident.web;

import casebook.command.duplicate.PossibleDuplicate;
import casebook.command.incident.FilingReceipt;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a batch.
 *
 * @param line counted from 1; of a CSV row, the line on which it starts
 * @param problem what the single request would have been answered
 * @param possibleDuplicates reports that may tell of the same incident, left out where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchLine(
        long line,
        @Nullable String id,
        @Nullable String number,
        Outcome outcome,
        @Nullable Long position,
        @Nullable Map<String, Object> problem,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PossibleDuplicate> possibleDuplicates) {

    static BatchLine of(long line, FilingReceipt filing) {
        var receipt = filing.receipt();
        return new BatchLine(
                line,
                receipt.id(),
                receipt.number(),
                receipt.first() ? Outcome.FILED : Outcome.DUPLICATE,
                receipt.position(),
                null,
                filing.possibleDuplicates());
    }

    static BatchLine rejected(long line, @Nullable String id, Map<String, Object> problem) {
        return new BatchLine(line, id, null, Outcome.REJECTED, null, problem, List.of());
    }

    enum Outcome {
        FILED,
        DUPLICATE,
        REJECTED
    }
}
