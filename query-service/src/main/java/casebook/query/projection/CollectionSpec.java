package casebook.query.projection;

import com.mongodb.client.model.IndexModel;
import java.util.List;

/** A collection of a projection, without the generation in its name, and its indexes. */
public record CollectionSpec(String name, List<IndexModel> indexes) {

    public CollectionSpec {
        indexes = List.copyOf(indexes);
    }

    public static CollectionSpec of(String name, IndexModel... indexes) {
        return new CollectionSpec(name, List.of(indexes));
    }
}
