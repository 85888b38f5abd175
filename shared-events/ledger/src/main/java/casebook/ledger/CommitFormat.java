package casebook.ledger;

import java.util.List;

/** How events become a commit. There is one, {@link Commit#following}; what it costs is measured against others. */
@FunctionalInterface
interface CommitFormat {

    /** The commit of these events that comes after a head. */
    Commit following(Head head, List<PendingEvent> events, String writer);
}
