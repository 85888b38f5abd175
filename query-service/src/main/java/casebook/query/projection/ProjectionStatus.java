package casebook.query.projection;

import org.jspecify.annotations.Nullable;

/**
 * How a projection stands.
 *
 * @param serving the generation that answers reads
 * @param building the generation that a rebuild fills, while it does
 * @param position what the generation in question has reached: the one that is built, else the one that serves
 * @param head the position of the ledger
 * @param done whether no rebuild is under way
 * @param deadLetters events of the serving generation that could not be applied
 * @param inError whether the processor fails and tries again
 */
public record ProjectionStatus(
        String name,
        int serving,
        @Nullable Integer building,
        long position,
        long head,
        boolean done,
        long deadLetters,
        boolean inError) {}
