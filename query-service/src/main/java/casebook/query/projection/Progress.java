package casebook.query.projection;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * How far each generation has come: to the event behind the token of its processor, which is stored when all that the events before it changed is. It counts when a majority has it, and so all that was
 * written before it. Where an instance stalls with a batch until another has taken over, and let go again, it may go back, but never says more than what was written.
 */
final class Progress {

    /** Of a token: the {@linkplain Generation#key() key} of its generation. */
    static final String KEY = "processorName";

    private static final String TOKEN = "token";
    private static final String TYPE = "tokenType";

    private final MongoCollection<Document> tokens;
    private final Serializer serializer;
    private final Map<String, Long> here = new ConcurrentHashMap<>();
    private final Sinks.Many<Map<String, Long>> advances =
            Sinks.many().multicast().directBestEffort();

    /** @param serializer of tokens */
    Progress(MongoDatabase database, Serializer serializer) {
        this.tokens = database.getCollection(Processors.TOKENS).withReadConcern(ReadConcern.MAJORITY);
        this.serializer = serializer;
    }

    long of(Generation generation) {
        var token = tokens.find(eq(KEY, generation.key())).first();
        return token == null ? 0 : position(token);
    }

    /** The position that a stored token stands for. */
    long position(Document token) {
        var bytes = token.get(TOKEN, Binary.class);
        return bytes == null ? 0 : 1 + index(bytes.getData(), token.getString(TYPE));
    }

    private long index(byte[] bytes, String type) {
        @Nullable
        TrackingToken read = serializer.deserialize(new SimpleSerializedObject<>(bytes, byte[].class, type, null));
        return read == null ? -1 : read.position().orElse(-1);
    }

    /** To be called when the token is stored. */
    void advanced(Generation generation, long position) {
        here.merge(generation.key(), position, Math::max);
        // What is lost is made up for by the next look of whoever waits.
        advances.tryEmitNext(Map.copyOf(here));
    }

    /** How far the processors of this instance have come, by the keys of their generations, whenever one advances; those of others are not heard here. */
    Flux<Map<String, Long>> advances() {
        return advances.asFlux();
    }

    /** To be called when its token is gone. */
    void forget(Generation generation) {
        here.remove(generation.key());
    }
}
