package casebook.ledger;

import casebook.ledger.StoredTypes.StoredType;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as one line of JSON and knows them by their stored name and revision. How a value is written is the mapper's
 * matter; that there is no white space between the tokens is ours.
 *
 * <p>Metadata is a JSON object: its values come back as strings, numbers, booleans, lists and maps, whatever they were before.
 * Upcasters may ask for the data as {@link JsonNode}, {@code ObjectNode}, {@link String} or {@code byte[]}.
 */
public final class LedgerSerializer implements Serializer {

    private static final String META_DATA = MetaData.class.getName();
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final StoredTypes types;
    private final JsonMapper json;
    private final ObjectReader values;
    private final ChainingConverter converter = new ChainingConverter(LedgerSerializer.class.getClassLoader());

    public LedgerSerializer(StoredTypes types, JsonMapper json) {
        this.types = types;
        this.json = json.rebuild().disable(SerializationFeature.INDENT_OUTPUT).build();
        this.values = this.json.readerFor(VALUES);
        converter.registerConverter(new JsonNodeToByteArrayConverter(this.json));
        converter.registerConverter(new ByteArrayToJsonNodeConverter(this.json));
        converter.registerConverter(new JsonNodeToObjectNodeConverter());
        converter.registerConverter(new ObjectNodeToJsonNodeConverter());
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        SerializedType type = typeForClass(object == null ? null : object.getClass());
        try {
            String text = json.writeValueAsString(object);
            T content = converter.convert(text, String.class, expectedRepresentation);
            return new SimpleSerializedObject<>(content, expectedRepresentation, type);
        } catch (JacksonException e) {
            throw new SerializationException(type.getName() + " cannot be written as JSON", e);
        }
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(String.class, expectedRepresentation);
    }

    // Axon's signature lets the caller choose T; null stands for Axon's empty type alone.
    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        Class<?> type = classForType(serialized.getType());
        if (type == Void.class) {
            return null;
        }
        try {
            return (T) (type == MetaData.class ? MetaData.from(readValues(serialized)) : read(serialized, type));
        } catch (JacksonException e) {
            throw new SerializationException(serialized.getType().getName() + " cannot be read from its JSON", e);
        }
    }

    /** @throws UnknownStoredType if no class is registered for the name and revision */
    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        if (SerializedType.isEmptyType(type)) {
            return Void.class;
        }
        if (META_DATA.equals(type.getName())) {
            return MetaData.class;
        }
        return types.classOf(type.getName(), revision(type));
    }

    /** @throws UnknownStoredType if the class is not registered */
    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class) {
            return SerializedType.emptyType();
        }
        if (type == MetaData.class) {
            return new SimpleSerializedType(META_DATA, null);
        }
        StoredType stored = types.typeOf(type);
        return new SimpleSerializedType(stored.name(), Integer.toString(stored.revision()));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private Object read(SerializedObject<?> serialized, Class<?> type) {
        return switch (serialized.getData()) {
            case String text -> json.readValue(text, type);
            case JsonNode node -> json.treeToValue(node, type);
            default ->
                json.readValue(converter.convert(serialized, byte[].class).getData(), type);
        };
    }

    private Map<String, Object> readValues(SerializedObject<?> serialized) {
        return values.readValue(converter.convert(serialized, String.class).getData());
    }

    private static int revision(SerializedType type) {
        try {
            return Integer.parseInt(type.getRevision());
        } catch (NumberFormatException e) {
            throw new UnknownStoredType("Stored type " + type.getName() + " has the revision " + type.getRevision()
                    + ", which is not a number");
        }
    }
}
