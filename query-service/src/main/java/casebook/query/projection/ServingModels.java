package casebook.query.projection;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.in;

import casebook.http.Problem;
import casebook.http.ProblemException;
import com.mongodb.ReadConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads from the generations that serve. */
final class ServingModels implements ReadModels {

    /** While anybody waits: how far others have come is not heard. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private static final int RETRY_AFTER_SECONDS = 1;

    private final MongoDatabase database;
    private final Projections projections;
    private final Progress progress;
    private final Map<String, String> projectionOf = new HashMap<>();
    private final Duration waitAtMost;
    private final Duration patience;

    /** What the processors of this instance tell, and one look after the other at all positions, for all who wait. */
    private final Flux<Map<String, Long>> news;

    ServingModels(
            MongoDatabase database,
            Projections running,
            List<Projection> all,
            Progress progress,
            ProjectionProperties properties) {
        this.database = database;
        this.projections = running;
        this.progress = progress;
        this.waitAtMost = properties.waitAtMost();
        this.patience = properties.listAtMost();
        var looks = Mono.delay(BETWEEN_LOOKS).then(positions(empty())).repeat();
        this.news = Flux.merge(progress.advances().publishOn(Schedulers.parallel()), looks)
                .share();
        all.forEach(projection ->
                projection.collections().forEach(spec -> projectionOf.put(spec.name(), projection.name())));
    }

    @Override
    public Mono<Reading> reached(long position, String... names) {
        return look(names)
                .concatWith(news.map(positions -> reading(serving(names), positions)))
                .filter(reading -> reading.position() >= position)
                .next()
                .timeout(waitAtMost, Mono.error(() -> new ProblemException(behind())));
    }

    private Mono<Reading> look(String... names) {
        return Mono.defer(() -> {
            var serving = serving(names);
            var keys = serving.stream().map(Generation::key).toList();
            return positions(in(Progress.KEY, keys)).map(positions -> reading(serving, positions));
        });
    }

    /** Asked for at each look: a rebuild may end while a request waits. */
    private List<Generation> serving(String... names) {
        return Arrays.stream(names).map(projections::serving).toList();
    }

    private Mono<Map<String, Long>> positions(Bson filter) {
        return Flux.from(database.getCollection(Processors.TOKENS)
                        .withReadConcern(ReadConcern.MAJORITY)
                        .find(filter))
                .collectMap(token -> token.getString(Progress.KEY), progress::position);
    }

    private Reading reading(List<Generation> serving, Map<String, Long> positions) {
        var position = serving.stream()
                .mapToLong(generation -> positions.getOrDefault(generation.key(), 0L))
                .min()
                .orElseThrow();
        return new ServingReading(position, serving);
    }

    private static Problem behind() {
        return Problem.of("projection-behind", HttpStatus.SERVICE_UNAVAILABLE).with("retryAfter", RETRY_AFTER_SECONDS);
    }

    private final class ServingReading implements Reading {

        private final long position;
        private final List<Generation> generations;

        private ServingReading(long position, List<Generation> generations) {
            this.position = position;
            this.generations = generations;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public Duration patience() {
            return patience;
        }

        @Override
        public MongoCollection<Document> collection(String baseName) {
            var projection = Objects.requireNonNull(projectionOf.get(baseName), baseName);
            return generations.stream()
                    .filter(generation -> generation.projection().equals(projection))
                    .findFirst()
                    .map(generation -> database.getCollection(generation.collection(baseName)))
                    .orElseThrow(() -> new IllegalArgumentException(baseName + " was not asked for"));
        }
    }
}
