package casebook.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.bson.Document;

/**
 * The newest snapshot of each aggregate. Snapshots only save time: they can be deleted at any moment, and no invariant of the ledger
 * depends on them.
 */
final class SnapshotCollection {

    static final String NAME = "snapshots";

    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> snapshots;

    SnapshotCollection(MongoDatabase database) {
        this.snapshots = database.getCollection(NAME);
    }

    /** Keeps the snapshot unless there is a newer one. */
    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        String aggregate = snapshot.getAggregateIdentifier();
        SerializedObject<String> state = snapshot.serializePayload(serializer, String.class);
        Document document = new Document("_id", aggregate)
                .append("sequence", snapshot.getSequenceNumber())
                .append("aggregateType", snapshot.getType())
                .append("id", snapshot.getIdentifier())
                .append("time", snapshot.getTimestamp().toString())
                .append("type", state.getType().getName())
                .append("revision", state.getType().getRevision())
                .append(
                        "metadata",
                        snapshot.serializeMetaData(serializer, String.class).getData())
                .append("state", state.getData());
        try {
            snapshots.replaceOne(
                    and(eq("_id", aggregate), lte("sequence", snapshot.getSequenceNumber())),
                    document,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            // The upsert of an older snapshot runs into the newer one.
            if (e.getCode() != DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    Optional<DomainEventData<?>> read(String aggregate) {
        return Optional.ofNullable(snapshots.find(eq("_id", aggregate)).first()).map(SnapshotCollection::dataOf);
    }

    private static DomainEventData<String> dataOf(Document snapshot) {
        return new GenericDomainEventEntry<>(
                snapshot.getString("aggregateType"),
                snapshot.getString("_id"),
                snapshot.getLong("sequence"),
                snapshot.getString("id"),
                snapshot.getString("time"),
                snapshot.getString("type"),
                snapshot.getString("revision"),
                snapshot.getString("state"),
                snapshot.getString("metadata"));
    }
}
