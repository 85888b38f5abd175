package casebook.benchmarks;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;

/**
 * The driver alone, the floor: one document an event, one unique index, and what is read are the driver's documents, which nobody
 * deserialises. Its writes are as durable as ours.
 */
final class RawDriver implements Engine {

    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<Document> found;
    private final Serializer serializer;

    RawDriver(MongoDatabase database, Serializer serializer) {
        this.documents = database.getCollection("events", BsonDocument.class);
        this.found = documents.withDocumentClass(Document.class);
        this.serializer = serializer;
        documents.createIndex(ascending("a", "s"), new IndexOptions().unique(true));
    }

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        if (events.size() == 1) {
            documents.insertOne(document(events.getFirst()));
        } else {
            documents.insertMany(events.stream().map(this::document).toList());
        }
    }

    @Override
    public List<?> load(String aggregate) {
        return found.find(eq("a", aggregate)).sort(ascending("s")).into(new ArrayList<>());
    }

    @Override
    public int replay(Consumer<Object> reader) {
        int events = 0;
        try (MongoCursor<Document> cursor =
                found.find().batchSize(LedgerDocuments.BATCH).cursor()) {
            while (cursor.hasNext()) {
                reader.accept(cursor.next());
                events++;
            }
        }
        return events;
    }

    @Override
    public void close() {}

    private BsonDocument document(DomainEventMessage<?> event) {
        return new BsonDocument("a", new BsonString(event.getAggregateIdentifier()))
                .append("s", new BsonInt64(event.getSequenceNumber()))
                .append("k", new BsonString(event.getPayloadType().getSimpleName()))
                .append("id", new BsonString(event.getIdentifier()))
                .append("t", new BsonString(event.getTimestamp().toString()))
                .append("metadata", text(event.getMetaData()))
                .append("data", text(event.getPayload()));
    }

    private BsonString text(Object value) {
        return new BsonString(serializer.serialize(value, String.class).getData());
    }
}
