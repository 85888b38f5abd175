package casebook.query.statistics.web;

import casebook.query.statistics.Sight;
import casebook.query.statistics.YearlyQuery;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is kept under. What the caller may see is part of it.
 *
 * @param then the position that the figures were known at; null for those of now, of which there are always later ones
 * @param isCompressed whether it is answered compressed
 */
record AskedTable(
        TableKind kind,
        YearlyQuery query,
        Sight sight,
        @Nullable Long then,
        boolean isCompressed) {

    private static final int BYTES = 500;
    private static final int BYTES_OF_AN_ID = 100;

    /** @param asKnownThen whether it was asked for as it was known at its position */
    static AskedTable of(TableQuestion question, boolean asKnownThen) {
        return new AskedTable(
                question.kind(), question.query(), question.sight(), asKnownThen ? question.position() : null, false);
    }

    boolean isOfThePast() {
        return then != null;
    }

    AskedTable compressed() {
        return new AskedTable(kind, query, sight, then, true);
    }

    /** How much memory it takes, about. */
    int bytes() {
        return BYTES + BYTES_OF_AN_ID * sight.hidden().size();
    }
}
