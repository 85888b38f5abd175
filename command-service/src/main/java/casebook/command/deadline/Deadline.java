package casebook.command.deadline;

import casebook.events.DeadlineKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is owed.
 *
 * @param aggregate the incident, case or exhibit that owes it
 * @param part what of it, where it may owe the same kind several times at once: the seizure or the referral
 */
record Deadline(
        String aggregate, DeadlineKind kind, @Nullable UUID part) {

    static Deadline of(Object aggregate, DeadlineKind kind) {
        return new Deadline(aggregate.toString(), kind, null);
    }

    String key() {
        return part == null ? aggregate + "/" + kind : aggregate + "/" + kind + "/" + part;
    }
}
