package casebook.query.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** How far each generation has come: the documents {@code projections{_id: <name>[.f<form>].g<generation>, position}}. It never goes back. */
final class Progress {

    private final MongoCollection<Document> positions;
    private final Sinks.Many<String> advances = Sinks.many().multicast().directBestEffort();

    Progress(MongoDatabase database) {
        this.positions = database.getCollection(Generations.COLLECTION);
    }

    long of(Generation generation) {
        var document = positions.find(eq(generation.key())).first();
        return document == null ? 0 : document.getLong(Documents.POSITION);
    }

    /** To be called when all that the events changed is written. */
    void advance(Generation generation, long position) {
        positions.updateOne(eq(generation.key()), max(Documents.POSITION, position), new UpdateOptions().upsert(true));
        // A tick that is lost is made up for by the next look of whoever waits.
        advances.tryEmitNext(generation.key());
    }

    /** Ticks when a processor of this instance has advanced; those of others are not heard here. */
    Flux<String> advances() {
        return advances.asFlux();
    }

    void drop(Generation generation) {
        positions.deleteOne(eq(generation.key()));
    }
}
