package casebook.query.statistics.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import casebook.events.IncidentId;
import casebook.query.statistics.CaseFacts;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The versions of cases that a batch touches: by their own events, and by those of the incidents in them. */
final class CaseVersions {

    /** Absent where a sum holds the case, and where it does not count. */
    static final String APART = "apart";

    private final MongoCollection<Document> collection;
    private final Versions<CaseFacts> versions;

    /** The cases that hold each incident in some version. */
    private final Map<IncidentId, Set<String>> holding = new HashMap<>();

    CaseVersions(MongoCollection<Document> collection, ZoneId zone) {
        this.collection = collection;
        this.versions = new Versions<>(collection, new Marking(new CaseFactsCodec(), zone));
    }

    static IndexModel indexOfThoseApart() {
        return new IndexModel(
                ascending(APART, VersionFields.TO), new IndexOptions().partialFilterExpression(eq(APART, true)));
    }

    void prefetch(Set<String> cases, Set<String> incidents, long index) {
        var ids = new HashSet<>(cases);
        if (!incidents.isEmpty()) {
            var withOne = and(in(CaseFactsCodec.INCIDENT_ID, incidents), gte(VersionFields.TO, index));
            collection.distinct(VersionFields.ID_OF, withOne, String.class).into(ids);
        }
        versions.prefetch(ids, index);
        versions.forEach(this::hold);
    }

    @Nullable
    CaseFacts before(String id, long index) {
        return versions.before(id, index);
    }

    void put(String id, long index, CaseFacts facts) {
        versions.put(id, index, facts);
        hold(id, facts);
    }

    private void hold(String id, CaseFacts facts) {
        for (var incident : facts.incidents().keySet()) {
            holding.computeIfAbsent(incident, _ -> new LinkedHashSet<>()).add(id);
        }
    }

    /** The cases in which an incident is before an event, by their ids. */
    Map<String, CaseFacts> of(IncidentId incident, long index) {
        var found = new LinkedHashMap<String, CaseFacts>();
        for (var id : holding.getOrDefault(incident, Set.of())) {
            var before = before(id, index);
            if (before != null && before.incidents().containsKey(incident)) {
                found.put(id, before);
            }
        }
        return found;
    }

    void write() {
        versions.write();
    }

    /** Marks the cases that are counted one by one. */
    private record Marking(CaseFactsCodec codec, ZoneId zone) implements FactsCodec<CaseFacts> {

        @Override
        public void write(CaseFacts facts, Document document) {
            codec.write(facts, document);
            if (facts.isApart(zone)) {
                document.append(APART, true);
            }
        }

        @Override
        public CaseFacts read(Document document) {
            return codec.read(document);
        }
    }
}
