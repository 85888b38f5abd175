package casebook.benchmarks;

import casebook.mongod.LocalMongod;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bson.Document;

/** A mongod and a PostgreSQL of our own, on one file system, both durable and with as much memory for their caches. */
final class Servers implements AutoCloseable {

    /** What our mongod has by default. */
    private static final int CACHE_MEGABYTES = 512;

    private final Path folder;
    private final LocalMongod mongod;
    private final MongoClient client;
    private final Postgres postgres;

    /** @param folder where they keep their data, which is not deleted */
    Servers(Path folder) {
        this.folder = folder;
        mongod = LocalMongod.start(folder.resolve("mongod"));
        // Whoever interrupts the program wants no server left behind; PostgreSQL's library sees to its own.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(mongod::kill));
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongod.connectionString()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
        postgres = new Postgres(folder, CACHE_MEGABYTES);
    }

    Path folder() {
        return folder;
    }

    MongoClient client() {
        return client;
    }

    MongoDatabase mongo(String database) {
        return client.getDatabase(database);
    }

    DataSource postgres(String database) {
        return postgres.database(database);
    }

    /** What they are and how durable they say they are. */
    List<String> description() {
        Document mongo = client.getDatabase("admin").runCommand(new Document("buildInfo", 1));
        return List.of(
                "MongoDB " + mongo.getString("version") + ", replica set of one, w: majority, j: true",
                postgres.description());
    }

    /** The processor time that both have taken so far. */
    Duration cpu() {
        return Stream.of(mongod.pid(), postgres.pid())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        client.close();
        mongod.close();
        postgres.close();
    }
}
