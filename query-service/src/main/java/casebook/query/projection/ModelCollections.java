package casebook.query.projection;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** The collections of one generation of a projection, for writing. */
@FunctionalInterface
public interface ModelCollections {

    MongoCollection<Document> of(String baseName);
}
