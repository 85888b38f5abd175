package casebook.query.statistics.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import casebook.events.IncidentId;
import casebook.query.statistics.CaseFacts;
import casebook.query.statistics.Occurrence;
import com.mongodb.client.MongoCollection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The versions of cases that a batch touches: by their own events, and by those of the incidents in them. */
final class CaseVersions {

    private final MongoCollection<Document> collection;
    private final Versions<CaseFacts> versions;

    CaseVersions(MongoCollection<Document> collection) {
        this.collection = collection;
        this.versions = new Versions<>(collection, new CaseFactsCodec());
    }

    void prefetch(Set<String> cases, Set<String> incidents, long index) {
        var ids = new HashSet<>(cases);
        if (!incidents.isEmpty()) {
            var withOne = and(in(CaseFactsCodec.INCIDENT_ID, incidents), gte(VersionFields.TO, index));
            collection.distinct(VersionFields.ID_OF, withOne, String.class).into(ids);
        }
        versions.prefetch(ids, index);
    }

    @Nullable
    CaseFacts before(String id, long index) {
        return versions.before(id, index);
    }

    void put(String id, long index, CaseFacts facts) {
        versions.put(id, index, facts);
    }

    /** Makes new versions of the cases in which the incident is. */
    void change(IncidentId incident, Optional<Occurrence> counted, long index) {
        for (var id : List.copyOf(versions.ids())) {
            var before = before(id, index);
            if (before != null && before.incidents().containsKey(incident)) {
                var after = before.with(incident, counted);
                if (!after.equals(before)) {
                    put(id, index, after);
                }
            }
        }
    }

    void write() {
        versions.write();
    }
}
