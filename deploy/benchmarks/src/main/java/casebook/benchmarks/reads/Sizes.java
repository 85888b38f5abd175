package casebook.benchmarks.reads;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import org.bson.Document;

/** How much room the collections take. */
final class Sizes {

    private static final long MB = 1 << 20;

    private final MongoDatabase database;

    Sizes(MongoDatabase database) {
        this.database = database;
    }

    void print(Report report) {
        report.table("collection", "documents", "MB", "MB on disk", "MB of indexes");
        database.listCollectionNames().into(new ArrayList<>()).stream()
                .map(name -> database.runCommand(new Document("collStats", name)))
                .sorted(Comparator.comparingLong(Sizes::total).reversed())
                .filter(stats -> total(stats) >= MB)
                .forEach(stats -> report.row(
                        stats.getString("ns").substring(database.getName().length() + 1),
                        number(stats, "count"),
                        number(stats, "size") / MB,
                        number(stats, "storageSize") / MB,
                        number(stats, "totalIndexSize") / MB));
    }

    private static long total(Document stats) {
        return number(stats, "storageSize") + number(stats, "totalIndexSize");
    }

    private static long number(Document stats, String name) {
        return stats.get(name, Number.class).longValue();
    }
}
