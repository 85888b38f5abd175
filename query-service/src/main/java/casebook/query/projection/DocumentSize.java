package casebook.query.projection;

import com.mongodb.MongoClientSettings;
import java.util.Collection;
import java.util.Map;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.jspecify.annotations.Nullable;

/** How many bytes a document takes. */
final class DocumentSize {

    /** Less than the 16 MB that MongoDB stores, as what a document was is kept with some fields more. */
    static final int LIMIT = 15 << 20;

    private static final int MOST_OF_A_CHARACTER = 3;
    private static final int MOST_OF_A_NUMBER = 16;
    private static final Codec<Document> CODEC =
            MongoClientSettings.getDefaultCodecRegistry().get(Document.class);

    private DocumentSize() {}

    /** Only what may be too large is written to be measured. */
    static void check(Document document) {
        if (atMost(document) > LIMIT) {
            var size = new RawBsonDocument(document, CODEC).getByteBuffer().remaining();
            if (size > LIMIT) {
                throw new IllegalStateException(
                        "Document %s has %,d bytes, more than can be stored".formatted(document.get("_id"), size));
            }
        }
    }

    /** Never less than it takes, but for what is small. */
    static long atMost(@Nullable Object value) {
        return switch (value) {
            case String text -> (long) MOST_OF_A_CHARACTER * text.length();
            case Map<?, ?> members ->
                members.entrySet().stream()
                        .mapToLong(member -> atMost(member.getKey()) + atMost(member.getValue()))
                        .sum();
            case Collection<?> values ->
                values.stream().mapToLong(DocumentSize::atMost).sum();
            case null, default -> MOST_OF_A_NUMBER;
        };
    }
}
