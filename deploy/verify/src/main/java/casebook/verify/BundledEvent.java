package casebook.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.transparency.Hash;
import casebook.transparency.LedgerEntry;
import java.io.StringReader;

/**
 * A line of a bundle's events, as far as it is checked.
 *
 * @param index its place in the ledger
 * @param leaf its hash
 * @param text the line
 * @param aggregate the incident, case or other thing whose event it is
 * @param sequence its place among that thing's events, from 0
 */
record BundledEvent(long index, Hash leaf, String text, String aggregate, long sequence) {

    /**
     * Reads a line.
     *
     * @param number its number, from 1
     */
    static BundledEvent read(byte[] line, long number) {
        LedgerEntry entry = new LedgerEntry(line);
        long index = entry.index()
                .orElseThrow(() -> Wrong.Kind.UNREADABLE.with(
                        "Line %d of %s does not begin as a line of the ledger does.".formatted(number, Bundle.EVENTS)));
        String text = new String(line, UTF_8);
        String[] aggregate = {""};
        long[] sequence = {-1};
        Json.document(
                "Event " + index,
                new StringReader(text),
                json -> Json.object(json, (name, value) -> {
                    switch (name) {
                        case "aggregate" -> aggregate[0] = value.nextString();
                        case "sequence" -> sequence[0] = value.nextLong();
                        default -> value.skipValue();
                    }
                }));
        return new BundledEvent(index, entry.leaf(), text, aggregate[0], sequence[0]);
    }
}
