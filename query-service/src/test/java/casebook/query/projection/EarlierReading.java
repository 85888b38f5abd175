package casebook.query.projection;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import org.bson.Document;

/**
 * The read models of a reading, asked what they held at a position before it: what is stored may be ahead of that.
 *
 * @param position at most that of the reading
 */
public record EarlierReading(Reading latest, long position) implements Reading {

    @Override
    public MongoCollection<Document> collection(String baseName) {
        return latest.collection(baseName);
    }

    @Override
    public Duration patience() {
        return latest.patience();
    }
}
