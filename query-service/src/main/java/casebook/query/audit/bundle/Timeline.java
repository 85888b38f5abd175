package casebook.query.audit.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the readable documents say, as text. */
record Timeline(Bilingual title, List<Fact> facts, Bilingual note, List<Entry> entries) {

    /** Something that holds for the whole bundle. */
    record Fact(Bilingual label, String value) {}

    /**
     * One event.
     *
     * @param heading index, time and type
     * @param by who did it, and for which station
     */
    record Entry(String heading, String by, Bilingual text, List<ChangedField> changes) {}

    /**
     * What an event changed.
     *
     * @param before null if the field was not there
     * @param after null if the field is not there any more
     */
    record ChangedField(
            Bilingual name,
            @Nullable String before,
            @Nullable String after) {

        /** The value, or both with an arrow between them. */
        String values() {
            if (before == null) {
                return String.valueOf(after);
            }
            return before + " → " + (after == null ? "–" : after);
        }
    }
}
