package casebook.query.incidents.view;

import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.Known;
import casebook.query.platform.Rows;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import org.bson.BsonDocument;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts of the latest lists. What was counted once for a filter is kept with its position, and the next who asks has only that counted which happened since: all incidents
 * of a large ledger take seconds.
 */
@Component
final class KeptFacets {

    /** A count has at most some hundred numbers, most of them of stations. */
    private static final int MOST = 1000;

    /** After more events all is counted again. */
    private static final long FAR = 10_000;

    /** And after more time: what waited as a dead letter has an earlier position than that at which it is seen. */
    private static final long LONG_NANOS = Duration.ofMinutes(10).toNanos();

    private final AsyncCache<Asked, Counted> kept =
            Caffeine.newBuilder().maximumSize(MOST).buildAsync();

    /**
     * Of the position of the reading, or of a later one where another asked meanwhile. Who asks for the same at the same time waits for the same count; a failure is not kept.
     *
     * @param rows as of that position
     * @param fromAnIndex whether one holds all that is counted
     */
    Mono<Facets> of(Known known, Rows rows, boolean fromAnIndex) {
        var asked = Asked.of(rows);
        var first = kept.get(asked, (_, _) -> counted(known, rows, fromAnIndex).toFuture());
        return Mono.fromFuture(first, true)
                .flatMap(counted -> upToDate(counted, known, rows, fromAnIndex))
                .doOnNext(counted -> keep(asked, counted))
                .map(Counted::facets);
    }

    private static Mono<Counted> upToDate(Counted counted, Known known, Rows rows, boolean fromAnIndex) {
        var behind = known.position() - counted.position();
        if (behind <= 0) {
            return Mono.just(counted);
        }
        return behind > FAR || System.nanoTime() - counted.begun() > LONG_NANOS
                ? counted(known, rows, fromAnIndex)
                : CountedFacets.since(counted.position(), rows)
                        .map(changed ->
                                new Counted(known.position(), counted.facets().with(changed), counted.begun()));
    }

    private static Mono<Counted> counted(Known known, Rows rows, boolean fromAnIndex) {
        var begun = System.nanoTime();
        return CountedFacets.of(known, rows, fromAnIndex).map(facets -> new Counted(known.position(), facets, begun));
    }

    private void keep(Asked asked, Counted counted) {
        kept.synchronous()
                .asMap()
                .merge(asked, counted, (one, other) -> one.position() > other.position() ? one : other);
    }

    /** What is counted: a rebuild counts for itself. */
    private record Asked(String generation, BsonDocument filter) {

        static Asked of(Rows rows) {
            var incidents = rows.reading().collection(IncidentsProjection.INCIDENTS);
            return new Asked(
                    incidents.getNamespace().getFullName(),
                    Filters.and(rows.filters())
                            .toBsonDocument(incidents.getDocumentClass(), incidents.getCodecRegistry()));
        }
    }

    /** @param begun by {@link System#nanoTime}, when all was counted for the last time */
    private record Counted(long position, Facets facets, long begun) {}
}
