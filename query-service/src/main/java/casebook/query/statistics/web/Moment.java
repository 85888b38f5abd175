package casebook.query.statistics.web;

/**
 * When it is asked.
 *
 * @param atLeast the position that an answer has to show or to be behind
 * @param reached the latest, of which an answer can be made
 * @param generation of the read model that it can be made of: each rebuild makes another
 */
record Moment(long atLeast, long reached, String generation) {

    /** The same for who needs what is known now. */
    Moment ofTheLatest() {
        return new Moment(reached, reached, generation);
    }

    /** The same for what does not change. */
    Moment ofAny() {
        return new Moment(0, reached, generation);
    }

    boolean isServedBy(long position, String by) {
        return by.equals(generation) && atLeast <= position;
    }
}
