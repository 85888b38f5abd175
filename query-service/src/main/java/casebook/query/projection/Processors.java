package casebook.query.projection;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;

/** Makes the processors of generations, with all that they keep in MongoDB, and takes it away again. */
final class Processors {

    static final String TOKENS = "projection_tokens";
    static final String DEAD_LETTERS = "projection_dead_letters";

    private final MongoClient client;
    private final MongoDatabase database;
    private final ProcessorParts parts;
    private final Serializer serializer;
    private final Progress progress;
    private final MeterRegistry metrics;

    Processors(
            MongoClient client,
            MongoDatabase database,
            ProcessorParts parts,
            Serializer serializer,
            Progress progress,
            MeterRegistry metrics) {
        this.client = client;
        this.database = database;
        this.parts = parts;
        this.serializer = serializer;
        this.progress = progress;
        this.metrics = metrics;
    }

    /** Creates the generation's collections and indexes, if they are not there, and starts its processor. */
    GenerationProcessor start(Projection projection, Generation generation) {
        for (var spec : projection.collections()) {
            if (!spec.indexes().isEmpty()) {
                database.getCollection(generation.collection(spec.name())).createIndexes(spec.indexes());
            }
        }
        var timer = Timer.builder("casebook.projection.batch")
                .description("Time to fold and write one batch of events")
                .tag("projection", projection.name())
                .register(metrics);
        var durable = database.withWriteConcern(WriteConcern.MAJORITY);
        var collections = new ModelCollections(client, name -> durable.getCollection(generation.collection(name)));
        var events = new BatchedEvents(projection, collections, generation, progress, timer);
        var processor = new GenerationProcessor(generation, events, deadLetters(generation), parts);
        processor.start();
        return processor;
    }

    void drop(Projection projection, Generation generation) {
        for (var spec : projection.collections()) {
            database.getCollection(generation.collection(spec.name())).drop();
        }
        database.getCollection(TOKENS).deleteMany(eq(Progress.KEY, generation.key()));
        deadLetters(generation).clear();
        progress.forget(generation);
    }

    private SequencedDeadLetterQueue<EventMessage<?>> deadLetters(Generation generation) {
        return MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(generation.key())
                .mongoTemplate(template(database))
                .serializer(serializer)
                .build();
    }

    static MongoTemplate template(MongoDatabase database) {
        return DefaultMongoTemplate.builder()
                .mongoDatabase(database)
                .trackingTokensCollectionName(TOKENS)
                .deadLetterCollectionName(DEAD_LETTERS)
                .build();
    }
}
