package casebook.query.incidents.view;

import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.Rows;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts of the latest lists. What was counted once for a filter is kept with its position, and for the next who asks only that is counted which has changed since: all
 * incidents of a large ledger take seconds. Who asks for the same at the same time waits for the same count, and a failure is not kept.
 */
@Component
final class KeptFacets {

    /** A count has some hundred numbers, most of them of stations. */
    private static final int MOST = 200;

    private static final int AS_DEAR_AS = 5;

    /** After that all is counted again: what waited as a dead letter has an earlier position than that at which it is seen. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Cache<Asked, Counting> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private final int asDearAs;

    KeptFacets() {
        this(AS_DEAR_AS);
    }

    /** @param asDearAs how many incidents can be counted from an index in the time in which one that has changed is found */
    KeptFacets(int asDearAs) {
        this.asDearAs = asDearAs;
    }

    /**
     * Of the position of the reading, or of a later one where another has asked meanwhile.
     *
     * @param rows as of that position
     * @param fromAnIndex whether one holds all that is counted
     */
    Mono<Facets> of(Rows rows, boolean fromAnIndex) {
        return Mono.defer(() -> Mono.fromFuture(counting(rows, fromAnIndex).counted(), true))
                .map(Counted::facets);
    }

    private Counting counting(Rows rows, boolean fromAnIndex) {
        var asked = Asked.of(rows);
        var position = Objects.requireNonNull(rows.former()).position();
        while (true) {
            var before = kept.getIfPresent(asked);
            if (before != null && before.position() >= position) {
                return before;
            }
            var next = new Counting(position, new CompletableFuture<>());
            if (isNext(asked, before, next)) {
                begin(asked, next, counted(before, position, new CountedFacets(rows), fromAnIndex));
                return next;
            }
        }
    }

    private boolean isNext(Asked asked, @Nullable Counting before, Counting next) {
        return before == null
                ? kept.asMap().putIfAbsent(asked, next) == null
                : kept.asMap().replace(asked, before, next);
    }

    private void begin(Asked asked, Counting counting, Mono<Counted> counted) {
        counted.doOnError(_ -> kept.asMap().remove(asked, counting))
                .subscribe(counting.counted()::complete, counting.counted()::completeExceptionally);
    }

    private Mono<Counted> counted(@Nullable Counting before, long position, CountedFacets facets, boolean fromAnIndex) {
        var all = Mono.defer(() -> {
            var begun = System.nanoTime();
            return facets.all(fromAnIndex).map(found -> new Counted(position, found, begun));
        });
        return before == null
                ? all
                : Mono.fromFuture(before.counted(), true)
                        .filter(counted -> isWorthGoingOn(counted, position))
                        .flatMap(counted ->
                                facets.since(counted.position()).map(changed -> counted.with(changed, position)))
                        .filter(counted -> counted.facets().arePossible())
                        .switchIfEmpty(all);
    }

    private boolean isWorthGoingOn(Counted counted, long later) {
        return (later - counted.position()) * asDearAs <= counted.facets().incidents()
                && System.nanoTime() - counted.begun() <= LONGEST.toNanos();
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

    /** A count of a position that is done or underway. */
    private record Counting(long position, CompletableFuture<Counted> counted) {}

    /** @param begun by {@link System#nanoTime}, when all was counted for the last time */
    private record Counted(long position, Facets facets, long begun) {

        Counted with(Facets changed, long later) {
            return new Counted(later, facets.with(changed), begun);
        }
    }
}
