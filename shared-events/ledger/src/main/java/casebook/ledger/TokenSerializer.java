package casebook.ledger;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** The ledger's serializer for stores that forget the revision of a token, which is always the first. */
public final class TokenSerializer implements Serializer {

    private static final String FIRST = "1";

    private final LedgerSerializer ledger;

    public TokenSerializer(LedgerSerializer ledger) {
        this.ledger = ledger;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        return ledger.serialize(object, expectedRepresentation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return ledger.canSerializeTo(expectedRepresentation);
    }

    @Override
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        return ledger.deserialize(new SimpleSerializedObject<>(
                serialized.getData(), serialized.getContentType(), revised(serialized.getType())));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        return ledger.classForType(revised(type));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        return ledger.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return ledger.getConverter();
    }

    private static SerializedType revised(SerializedType type) {
        var whole = type.getRevision() != null
                || SerializedType.isEmptyType(type)
                || type.getName().equals(MetaData.class.getName());
        return whole ? type : new SimpleSerializedType(type.getName(), FIRST);
    }
}
