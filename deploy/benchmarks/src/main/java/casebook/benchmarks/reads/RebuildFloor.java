package casebook.benchmarks.reads;

import casebook.query.projection.CollectionSpec;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** What a rebuild of the incidents cannot do without: reading the ledger's bytes, and writing the same documents under the same indexes. */
final class RebuildFloor {

    private static final int BATCH = 1000;

    private final MongoDatabase database;
    private final CollectionSpec incidents;

    RebuildFloor(MongoDatabase database, CollectionSpec incidents) {
        this.database = database;
        this.incidents = incidents;
    }

    Duration measure() {
        return read().plus(write());
    }

    private Duration read() {
        var start = System.nanoTime();
        database.getCollection("ledger", RawBsonDocument.class)
                .find()
                .sort(new Document("_id", 1))
                .forEach(_ -> {});
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Fetching the documents to be written does not count. */
    private Duration write() {
        var copy = database.getCollection("floor", RawBsonDocument.class);
        copy.createIndexes(incidents.indexes());
        var taken = Duration.ZERO;
        var batch = new ArrayList<InsertOneModel<RawBsonDocument>>();
        try (var documents = served().find().cursor()) {
            while (documents.hasNext()) {
                batch.add(new InsertOneModel<>(documents.next()));
                if (batch.size() == BATCH || !documents.hasNext()) {
                    var start = System.nanoTime();
                    copy.bulkWrite(batch, new BulkWriteOptions().ordered(false));
                    taken = taken.plusNanos(System.nanoTime() - start);
                    batch.clear();
                }
            }
        }
        copy.drop();
        return taken;
    }

    private MongoCollection<RawBsonDocument> served() {
        var name = database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(found -> found.startsWith(incidents.name() + "."))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return database.getCollection(name, RawBsonDocument.class);
    }
}
