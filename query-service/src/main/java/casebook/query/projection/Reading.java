package casebook.query.projection;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import org.bson.Document;

/** The read models of some projections for one request: the same generation of each from first to last. */
public interface Reading {

    /** What all the projections had reached before the first document was read. */
    long position();

    MongoCollection<Document> collection(String baseName);

    /** How long MongoDB may work for a page of a list or its counts; zero for as long as it takes. */
    default Duration patience() {
        return Duration.ZERO;
    }
}
