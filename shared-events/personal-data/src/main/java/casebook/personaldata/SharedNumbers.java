package casebook.personaldata;

import static com.mongodb.client.model.Filters.in;

import casebook.events.SubjectId;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** Finds the persons of other incidents that were given the same document number, as long as the keys of both exist. */
final class SharedNumbers {

    /** A number that more persons have is no one's. */
    private static final int MOST = 1000;

    private static final Bson TOKENS_ONLY = Projections.include(PersonKeys.NUMBERS);

    private final MongoCollection<Document> keys;

    SharedNumbers(MongoCollection<Document> keys) {
        this.keys = keys;
    }

    Map<SubjectId, Set<SubjectId>> of(Collection<SubjectId> persons) {
        var asked = persons.stream().map(SubjectId::toString).toList();
        var byToken = new HashMap<Binary, Set<SubjectId>>();
        keys.find(Filters.and(in("_id", asked), Filters.exists(PersonKeys.NUMBERS)))
                .projection(TOKENS_ONLY)
                .forEach(found -> tokens(found)
                        .forEach(token -> byToken.computeIfAbsent(token, _ -> new HashSet<>())
                                .add(person(found))));
        var sharing = new HashMap<SubjectId, Set<SubjectId>>();
        if (!byToken.isEmpty()) {
            keys.find(in(PersonKeys.NUMBERS, byToken.keySet()))
                    .projection(TOKENS_ONLY)
                    .limit(MOST)
                    .forEach(found -> {
                        var other = person(found);
                        tokens(found).stream()
                                .flatMap(token -> byToken.getOrDefault(token, Set.of()).stream())
                                .filter(one -> !one.equals(other))
                                .forEach(one -> sharing.computeIfAbsent(one, _ -> new HashSet<>())
                                        .add(other));
                    });
        }
        return sharing;
    }

    private static List<Binary> tokens(Document found) {
        return found.getList(PersonKeys.NUMBERS, Binary.class);
    }

    private static SubjectId person(Document found) {
        return new SubjectId(UUID.fromString(found.getString("_id")));
    }
}
