package casebook.ledger;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An event whose line is complete but for the index, which only the writer knows.
 *
 * @param time to the millisecond, as the ledger keeps it
 * @param rest the line without {@value #START}, the index and the comma after it
 * @param size the most bytes that the line can have, whatever its index
 */
record PendingEvent(EventKey key, String id, String type, Instant time, String rest, int size) {

    /** The longest entry of a log that is served as C2SP {@code tlog-tiles}: its length is a 16-bit number. */
    static final int LINE_LIMIT = 65_535;

    private static final String START = "{\"index\":";
    private static final String PLACEHOLDER = START + "0,";
    private static final int LONGEST_START =
            START.length() + Long.toString(Long.MAX_VALUE).length() + 1;
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * An event that belongs to no aggregate is kept as the only event of an aggregate that has the event's id and no type.
     *
     * @throws LineTooLong if the line would be longer than {@value #LINE_LIMIT} bytes
     * @throws SerializationException if the event cannot be written as one line of JSON
     */
    static PendingEvent render(EventMessage<?> event, Serializer serializer) {
        DomainEventMessage<?> domain = event instanceof DomainEventMessage<?> d ? d : null;
        EventKey key = domain == null
                ? new EventKey(event.getIdentifier(), 0)
                : new EventKey(domain.getAggregateIdentifier(), domain.getSequenceNumber());
        SerializedObject<String> data = event.serializePayload(serializer, String.class);
        MetaData metaData = event.getMetaData();
        String metadata = serializer.serialize(metaData, String.class).getData();
        Instant time = event.getTimestamp().truncatedTo(ChronoUnit.MILLIS);
        String type = data.getType().getName();

        StringWriter line = new StringWriter(metadata.length() + data.getData().length() + 256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("index", 0);
            json.writeStringProperty("id", event.getIdentifier());
            json.writeStringProperty("type", type);
            json.writeStringProperty("revision", data.getType().getRevision());
            writeAggregateType(json, domain);
            json.writeStringProperty("aggregate", key.aggregate());
            json.writeNumberProperty("sequence", key.sequence());
            json.writeStringProperty("time", time.toString());
            json.writeName("metadata").writeRawValue(metadata);
            json.writeName("data").writeRawValue(data.getData());
            json.writeEndObject();
        }
        String rest = line.toString().substring(PLACEHOLDER.length());
        return new PendingEvent(key, event.getIdentifier(), type, time, rest, checkedSize(type, rest));
    }

    String line(long index) {
        return START + index + "," + rest;
    }

    private static void writeAggregateType(JsonGenerator json, @Nullable DomainEventMessage<?> domain) {
        if (domain == null || domain.getType() == null) {
            json.writeNullProperty("aggregateType");
        } else {
            json.writeStringProperty("aggregateType", domain.getType());
        }
    }

    private static int checkedSize(String type, String rest) {
        if (rest.indexOf('\n') >= 0 || rest.indexOf('\r') >= 0) {
            throw new SerializationException(type + " was not written as a single line");
        }
        int size = LONGEST_START + utf8Length(type, rest);
        if (size > LINE_LIMIT) {
            throw new LineTooLong(type, size, LINE_LIMIT);
        }
        return size;
    }

    /** A lone surrogate would be stored and hashed as different bytes. */
    private static int utf8Length(String type, String rest) {
        int length = 0;
        for (int i = 0; i < rest.length(); i++) {
            char unit = rest.charAt(i);
            if (Character.isSurrogate(unit)) {
                i++;
                if (i == rest.length() || !Character.isSurrogatePair(unit, rest.charAt(i))) {
                    throw new SerializationException(type + " has text that is not valid Unicode");
                }
                length += 4;
            } else {
                length += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
            }
        }
        return length;
    }
}
