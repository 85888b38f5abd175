package casebook.benchmarks;

/** What a caller does again and again. */
@FunctionalInterface
interface Operation {

    /** The number of events that were appended or read. */
    int perform();
}
