package casebook.benchmarks.reads;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** What no rebuild can do without: reading the ledger's bytes, and writing each document once, as it is in the end, under the same indexes. */
final class RebuildFloor {

    private static final int BATCH = 1000;
    private static final String COPY = "floor";

    private final MongoDatabase database;

    RebuildFloor(MongoDatabase database) {
        this.database = database;
    }

    Duration read() {
        var start = System.nanoTime();
        database.getCollection("ledger", RawBsonDocument.class)
                .find()
                .sort(new Document("_id", 1))
                .forEach(_ -> {});
        return Duration.ofNanos(System.nanoTime() - start);
    }

    Duration write(Collection<String> collections) {
        return collections.stream().map(this::write).reduce(Duration.ZERO, Duration::plus);
    }

    /** Fetching the documents to be written does not count. */
    private Duration write(String collection) {
        var copy = copyOf(collection);
        var taken = Duration.ZERO;
        var batch = new ArrayList<InsertOneModel<RawBsonDocument>>();
        try (var documents = database.getCollection(collection, RawBsonDocument.class)
                .find()
                .batchSize(BATCH)
                .cursor()) {
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

    private MongoCollection<RawBsonDocument> copyOf(String collection) {
        var indexes = database.getCollection(collection).listIndexes().into(new ArrayList<>());
        indexes.removeIf(index -> index.getString("name").equals("_id_"));
        if (!indexes.isEmpty()) {
            database.runCommand(new Document("createIndexes", COPY).append("indexes", indexes));
        }
        return database.getCollection(COPY, RawBsonDocument.class);
    }
}
