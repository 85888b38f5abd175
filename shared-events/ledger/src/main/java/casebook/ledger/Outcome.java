package casebook.ledger;

/** What has become of a commit. */
enum Outcome {
    DURABLE,
    /** Another writer's commit stands at its index. */
    OVERTAKEN,
    /** Some of its appends were refused; the rest can be committed without them. */
    REFUSED,
    /** All its callers have given up waiting. It may still become durable at its index, and only there. */
    ABANDONED
}
