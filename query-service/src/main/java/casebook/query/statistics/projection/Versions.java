package casebook.query.statistics.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import casebook.query.projection.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The versions, of incidents or of cases, that a batch touches. A version is made by one event and holds until another makes the
 * next, so it depends on nothing but the ledger: a batch that is processed again finds the same version before each event, whatever of
 * its own was written already, and writes the same again.
 */
final class Versions<F> {

    private final MongoCollection<Document> collection;
    private final FactsCodec<F> codec;
    private final Map<String, NavigableMap<Long, F>> known = new HashMap<>();
    private final List<Document> inserts = new ArrayList<>();
    private final List<WriteModel<Document>> closings = new ArrayList<>();

    Versions(MongoCollection<Document> collection, FactsCodec<F> codec) {
        this.collection = collection;
        this.codec = codec;
    }

    /** Fetches the versions of these that hold before an event or come after it. Of others, only what the batch makes is known. */
    void prefetch(Collection<String> ids, long index) {
        if (!ids.isEmpty()) {
            collection
                    .find(and(in(VersionFields.ID_OF, ids), gte(VersionFields.TO, index)))
                    .forEach(row -> known(VersionFields.of(row)).put(VersionFields.from(row), codec.read(row)));
        }
    }

    /** The version that holds before an event; null if there is none. */
    @Nullable
    F before(String id, long index) {
        var versions = known.get(id);
        var version = versions == null ? null : versions.lowerEntry(index);
        return version == null ? null : version.getValue();
    }

    /** All that is known, with the ids of what it is a version of. */
    void forEach(BiConsumer<String, F> action) {
        known.forEach((id, versions) -> versions.values().forEach(facts -> action.accept(id, facts)));
    }

    /** Keeps the version that an event made. Nothing is kept if it cannot be written down. */
    void put(String id, long index, F facts) {
        var row = VersionFields.open(index, id);
        codec.write(facts, row);
        var previous = known(id).lowerKey(index);
        if (previous != null) {
            closings.add(new UpdateOneModel<>(
                    eq("_id", VersionFields.id(previous, id)), Updates.set(VersionFields.TO, index)));
        }
        known(id).put(index, facts);
        inserts.add(row);
    }

    private NavigableMap<Long, F> known(String id) {
        return known.computeIfAbsent(id, _ -> new TreeMap<>());
    }

    /** New versions before the ends of old ones: a version has an end only when the next one can be found. */
    void write() {
        Documents.insertAbsent(collection, inserts);
        if (!closings.isEmpty()) {
            collection.bulkWrite(closings, new BulkWriteOptions().ordered(false));
        }
    }
}
