package casebook.ledger;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One event as it stands in the ledger. The UTF-8 bytes of {@code line}, without a newline, are the entry whose hash is a leaf of the
 * Merkle tree.
 *
 * @param index the event's place in the ledger, counted from 0
 * @param id the event's identifier
 * @param type the stored name of its type
 * @param revision the revision of its data
 * @param aggregateType null for an event that belongs to no aggregate
 * @param aggregate the aggregate's identifier
 * @param sequence the event's place among those of its aggregate, counted from 0
 * @param time when the event was made, by the clock of the service that made it, to the millisecond
 * @param metadata the metadata as JSON, byte for byte as in the line
 * @param data the data as JSON, byte for byte as in the line
 * @param line the whole event as one line of JSON
 */
public record LedgerLine(
        long index,
        String id,
        String type,
        String revision,
        @Nullable String aggregateType,
        String aggregate,
        long sequence,
        Instant time,
        String metadata,
        String data,
        String line) {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Takes a line apart, without looking into its data.
     *
     * @throws BrokenLedger if it is not a line that this ledger writes
     */
    public static LedgerLine parse(String line) {
        LedgerLine scanned = LineScanner.scan(line);
        return scanned == null ? parseJson(line) : scanned;
    }

    static LedgerLine parseJson(String line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            return new LedgerLine(
                    member(json, "index").getLongValue(),
                    member(json, "id").getString(),
                    member(json, "type").getString(),
                    member(json, "revision").getString(),
                    textOrNull(member(json, "aggregateType")),
                    member(json, "aggregate").getString(),
                    member(json, "sequence").getLongValue(),
                    Instant.parse(member(json, "time").getString()),
                    object(member(json, "metadata"), line),
                    line.substring(start(member(json, "data")), line.length() - 1),
                    line);
        } catch (JacksonException | DateTimeParseException | IndexOutOfBoundsException e) {
            throw new BrokenLedger("Not a line of the ledger: " + line.substring(0, Math.min(line.length(), 40)), e);
        }
    }

    /** The members stand in one order only, so that equal events have equal lines. */
    private static JsonParser member(JsonParser json, String name) {
        String found = json.nextName();
        if (!name.equals(found)) {
            throw new BrokenLedger("A line of the ledger has " + found + " where " + name + " is expected");
        }
        json.nextToken();
        return json;
    }

    private static @Nullable String textOrNull(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getString();
    }

    private static String object(JsonParser json, String line) {
        int start = start(json);
        json.skipChildren();
        return line.substring(start, (int) json.currentLocation().getCharOffset());
    }

    private static int start(JsonParser json) {
        return (int) json.currentTokenLocation().getCharOffset();
    }
}
