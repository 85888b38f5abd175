package casebook.benchmarks;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** Where the time of a lone caller goes: what a commit of one event needs at least, step by step, each with all that the one before has. */
final class CommitLadder {

    private static final int LINE = 600;
    private static final int FRONTIER = 8;
    private static final int BLOCK = 4096;

    private final MongoDatabase database;
    private final MongoCollection<BsonDocument> commits;
    private final DataSource postgres;
    private final Path file;
    private final AtomicLong next = new AtomicLong();

    CommitLadder(Servers servers) {
        this.database = servers.mongo("ladder");
        this.commits = database.getCollection("commits", BsonDocument.class);
        this.postgres = servers.postgres("ladder");
        this.file = servers.folder().resolve("synchronised");
        commits.createIndex(ascending("events.a", "events.s"), new IndexOptions().unique(true));
        commits.createIndex(ascending("t", "_id"));
        inPostgres("CREATE TABLE ladder (id text PRIMARY KEY, line text)");
    }

    Contest contest() {
        return new Contest("a lone caller's commit, step by step")
                .with(
                        "mongod: round trip",
                        alone(() -> database.runCommand(new BsonDocument("ping", new BsonInt32(1)))))
                .with("mongod: insert in memory", alone(() -> insert(WriteConcern.W1.withJournal(false))))
                .with("mongod: and its journal", alone(() -> insert(WriteConcern.W1.withJournal(true))))
                .with("mongod: and the majority", alone(() -> insert(WriteConcern.MAJORITY.withJournal(true))))
                .with(
                        "mongod: and a retryable write",
                        alone(() -> commits.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                                .insertOne(commit())))
                .with("PostgreSQL: round trip", alone(() -> inPostgres("SELECT 1")))
                .with(
                        "PostgreSQL: insert and commit",
                        alone(() -> inPostgres(
                                "INSERT INTO ladder VALUES ('" + UUID.randomUUID() + "', '" + "x".repeat(LINE) + "')")))
                .with("disk: write 4 KB and fsync", (meter, time) -> {
                    try (FileChannel channel =
                            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                        return meter.measure(List.of(() -> synchronise(channel)), time);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** As the ledger's writer inserts: a command, with which the driver sends no transaction number. */
    private void insert(WriteConcern concern) {
        database.runCommand(new BsonDocument("insert", new BsonString("commits"))
                .append("documents", new BsonArray(List.of(commit())))
                .append("writeConcern", concern.asDocument()));
    }

    private BsonDocument commit() {
        long index = next.getAndIncrement();
        BsonBinary hash = new BsonBinary(new byte[32]);
        return new BsonDocument("_id", new BsonInt64(index))
                .append("n", new BsonInt32(1))
                .append(
                        "events",
                        new BsonArray(List.of(new BsonDocument(
                                        "a", new BsonString(UUID.randomUUID().toString()))
                                .append("s", new BsonInt64(0))
                                .append("k", new BsonString("IncidentFiled"))
                                .append("line", new BsonString("x".repeat(LINE))))))
                .append(
                        "tree",
                        new BsonDocument("root", hash)
                                .append(
                                        "frontier",
                                        new BsonArray(IntStream.range(0, FRONTIER)
                                                .mapToObj(_ -> hash)
                                                .toList())))
                .append("t", new BsonInt64(index));
    }

    private void inPostgres(String sql) {
        try (Connection connection = postgres.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int synchronise(FileChannel channel) {
        try {
            channel.write(ByteBuffer.allocate(BLOCK));
            channel.force(false);
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contender alone(Runnable step) {
        return (meter, time) -> meter.measure(
                List.of(() -> {
                    step.run();
                    return 1;
                }),
                time);
    }
}
