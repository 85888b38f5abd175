package casebook.query.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** How far each generation has come: the documents {@code projections{_id: <name>[.f<form>].g<generation>, position}}. It never goes back. */
final class Progress {

    private final MongoCollection<Document> positions;
    private final Map<String, Long> here = new ConcurrentHashMap<>();
    private final Sinks.Many<Map<String, Long>> advances =
            Sinks.many().multicast().directBestEffort();

    Progress(MongoDatabase database) {
        this.positions = database.getCollection(Generations.COLLECTION).withWriteConcern(WriteConcern.MAJORITY);
    }

    long of(Generation generation) {
        var document = positions.find(eq(generation.key())).first();
        return document == null ? 0 : document.getLong(Documents.POSITION);
    }

    /**
     * To be called when all that the events changed is written. Comes back when a majority has that too, even what was found written already: only then may the token
     * move on.
     */
    void advance(Generation generation, long position) {
        positions.updateOne(eq(generation.key()), max(Documents.POSITION, position), new UpdateOptions().upsert(true));
        here.merge(generation.key(), position, Math::max);
        // What is lost is made up for by the next look of whoever waits.
        advances.tryEmitNext(Map.copyOf(here));
    }

    /** How far the processors of this instance have come, by the keys of their generations, whenever one advances; those of others are not heard here. */
    Flux<Map<String, Long>> advances() {
        return advances.asFlux();
    }

    void drop(Generation generation) {
        positions.deleteOne(eq(generation.key()));
        here.remove(generation.key());
    }
}
