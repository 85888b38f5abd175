package casebook.query.projection;

import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;

/** The collections of one generation of a projection, for writing. */
public final class ModelCollections {

    private static final TransactionOptions DURABLE = TransactionOptions.builder()
            .readPreference(ReadPreference.primary())
            .writeConcern(WriteConcern.MAJORITY)
            .build();

    private final MongoClient client;
    private final Function<String, MongoCollection<Document>> byBaseName;

    public ModelCollections(MongoClient client, Function<String, MongoCollection<Document>> byBaseName) {
        this.client = client;
        this.byBaseName = byBaseName;
    }

    public MongoCollection<Document> of(String baseName) {
        return byBaseName.apply(baseName);
    }

    /**
     * Does something in one transaction, which readers see whole or not at all.
     *
     * @param work may be done again from its beginning, if MongoDB asks for that
     */
    public void inTransaction(Consumer<ClientSession> work) {
        try (var session = client.startSession()) {
            session.withTransaction(
                    () -> {
                        work.accept(session);
                        return session;
                    },
                    DURABLE);
        }
    }
}
