package casebook.query.platform;

import casebook.events.DeadlineKind;
import casebook.events.DeadlineMissed;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * A deadline that passed, as the ledger recorded it.
 *
 * @param overdue whether what was due is still owed
 */
public record MissedDeadline(DeadlineKind kind, Instant dueAt, Instant detectedAt, boolean overdue) {

    /** @param owed of these, what is still owed */
    public static <T extends DeadlineMissed> List<MissedDeadline> of(List<T> missed, Predicate<? super T> owed) {
        return missed.stream()
                .map(one -> new MissedDeadline(one.kind(), one.dueAt(), one.detectedAt(), owed.test(one)))
                .toList();
    }
}
