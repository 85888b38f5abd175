package casebook.query.statistics.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what events made of incidents, or of cases: the versions that they made, each with the one that it replaced. */
final class Steps<F> {

    /** How many versions are held in memory with those that they replaced. */
    private static final int AT_ONCE = 500;

    private final MongoCollection<Document> versions;
    private final FactsCodec<F> codec;

    Steps(MongoCollection<Document> versions, FactsCodec<F> codec) {
        this.versions = versions;
        this.codec = codec;
    }

    /** Those of the events from one index up to and without another, in order. */
    Flux<Step<F>> between(long from, long to, Bson filter) {
        return Flux.from(versions.find(and(
                                gte("_id", VersionFields.firstId(from)), lt("_id", VersionFields.firstId(to)), filter))
                        .sort(ascending("_id")))
                .buffer(AT_ONCE)
                .concatMap(made -> replacedBy(made).flatMapIterable(replaced -> steps(made, replaced)));
    }

    private List<Step<F>> steps(List<Document> made, Map<Object, F> replaced) {
        return made.stream()
                .map(row -> new Step<>(VersionFields.from(row), replaced.get(row.get("_id")), codec.read(row)))
                .toList();
    }

    /** By the id of the version that came next. */
    private Mono<Map<Object, F>> replacedBy(List<Document> made) {
        var of = made.stream().map(VersionFields::of).distinct().toList();
        var first = VersionFields.from(made.getFirst());
        var last = VersionFields.from(made.getLast());
        return Flux.from(versions.find(
                        and(in(VersionFields.ID_OF, of), gte(VersionFields.TO, first), lte(VersionFields.TO, last))))
                .collectMap(row -> VersionFields.id(row.getLong(VersionFields.TO), VersionFields.of(row)), codec::read);
    }
}
