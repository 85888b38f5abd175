package casebook.command.personaldata.web;

import casebook.command.personaldata.Erasure;
import casebook.http.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one of several erasures is answered.
 *
 * @param position the ledger position after it
 * @param problem what the single request would have been answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasureOutcome(
        String subject,
        Outcome outcome,
        @Nullable Long position,
        @Nullable Map<String, Object> problem) {

    static ErasureOutcome of(Erasure erasure, Function<Problem, Map<String, Object>> words) {
        return switch (erasure) {
            case Erasure.Done(var subject, var receipt) ->
                new ErasureOutcome(subject.toString(), Outcome.ERASED, receipt.position(), null);
            case Erasure.Refused(var subject, var problem) ->
                new ErasureOutcome(subject.toString(), Outcome.REFUSED, null, words.apply(problem));
        };
    }

    enum Outcome {
        ERASED,
        REFUSED
    }
}
