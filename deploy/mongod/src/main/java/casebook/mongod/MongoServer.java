package casebook.mongod;

import java.nio.file.Path;
import java.util.Map;

/** A MongoDB to work with: one that somebody else runs, or one that lives and dies with this program. */
public sealed interface MongoServer extends AutoCloseable permits LocalMongod, ForeignMongo {
    /** The environment variable that names a MongoDB to use instead of starting one. */
    String URI_VARIABLE = "CASEBOOK_MONGODB_URI";

    String connectionString();

    /** Stops what was started here; a MongoDB of somebody else is left alone. */
    @Override
    void close();

    /**
     * Takes the MongoDB that {@value #URI_VARIABLE} names, else starts one on {@code dataFolder}.
     *
     * @throws MongodException if there is none and none can be started
     */
    static MongoServer open(Map<String, String> environment, Path dataFolder, String... mongodArguments) {
        String uri = environment.getOrDefault(URI_VARIABLE, "").strip();
        return uri.isEmpty() ? LocalMongod.start(dataFolder, mongodArguments) : new ForeignMongo(uri);
    }
}
