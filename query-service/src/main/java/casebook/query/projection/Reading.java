package casebook.query.projection;

import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;

/** The read models of some projections for one request: the same generation of each from first to last. */
public interface Reading {

    /** What all the projections had reached before the first document was read. */
    long position();

    MongoCollection<Document> collection(String baseName);
}
