package casebook.command.following;

import java.util.List;

/** Keeps something of its own from the ledger's events. */
public interface Follower {

    /** The name of its processor and token; never to be given to another. */
    String name();

    /**
     * Takes the next events, in the ledger's order. After a crash events come again that were taken before, up to the newest of them: the end must be the
     * same as if they had come once.
     */
    void take(List<FollowedEvent> events);
}
