package casebook.verify;

import casebook.transparency.Malformed;
import java.util.function.Supplier;

/** The first thing that was found to be wrong; it ends the check. */
final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What can be wrong. */
    enum Kind {
        /** Something is not what was signed. */
        ALTERED("ALTERED"),
        /** Something that was signed is not there. */
        MISSING("MISSING"),
        /** Something is there that was not signed. */
        ADDED("ADDED"),
        /** Events are not in the order of their indexes. */
        REORDERED("REORDERED"),
        /** No key that is trusted made the signature. */
        WRONG_KEY("WRONG KEY"),
        /** A later checkpoint does not extend an earlier one: the past was rewritten. */
        NOT_EXTENDED("NOT EXTENDED"),
        /** Something does not have the form that it should have. */
        UNREADABLE("UNREADABLE");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        Wrong with(String sentence) {
            return new Wrong(this, sentence);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private Wrong(Kind kind, String sentence) {
        super(kind + ": " + sentence);
    }

    /**
     * Reads something of which nobody knows yet whether it has its form.
     *
     * @param what what a sentence calls it
     */
    static <T> T unlessMalformed(String what, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Malformed e) {
            throw Kind.UNREADABLE.with("%s: %s.".formatted(what, e.getMessage()));
        }
    }
}
