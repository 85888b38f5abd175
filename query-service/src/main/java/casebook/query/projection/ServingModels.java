package casebook.query.projection;

import static com.mongodb.client.model.Filters.in;

import casebook.http.Problem;
import casebook.http.ProblemException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads from the generations that serve. */
final class ServingModels implements ReadModels {

    private static final long FIRST_LOOK_MILLIS = 5;
    private static final long LAST_LOOK_MILLIS = 50;
    private static final int RETRY_AFTER_SECONDS = 1;

    private final MongoDatabase database;
    private final Projections projections;
    private final Map<String, String> projectionOf = new HashMap<>();
    private final Flux<String> advances;
    private final Duration waitAtMost;
    private final Duration patience;

    ServingModels(
            MongoDatabase database,
            Projections running,
            List<Projection> all,
            Flux<String> advances,
            ProjectionProperties properties) {
        this.database = database;
        this.projections = running;
        this.advances = advances;
        this.waitAtMost = properties.waitAtMost();
        this.patience = properties.listAtMost();
        all.forEach(projection ->
                projection.collections().forEach(spec -> projectionOf.put(spec.name(), projection.name())));
    }

    @Override
    public Mono<Reading> reached(long position, String... names) {
        return look(names)
                .filter(reading -> reading.position() >= position)
                .repeatWhenEmpty(Integer.MAX_VALUE, looks -> looks.concatMap(this::pause))
                .timeout(waitAtMost, Mono.error(() -> new ProblemException(behind())));
    }

    /** The generations are asked for at each look: a rebuild may end while a request waits. */
    private Mono<Reading> look(String... names) {
        return Mono.defer(() -> {
            var serving = Arrays.stream(names).map(projections::serving).toList();
            var keys = serving.stream().map(Generation::key).toList();
            return Flux.from(database.getCollection(Generations.COLLECTION).find(in("_id", keys)))
                    .collectMap(found -> found.getString("_id"), found -> found.getLong(Documents.POSITION))
                    .map(positions -> reading(serving, positions));
        });
    }

    private Mono<?> pause(long looks) {
        var millis = Math.min(LAST_LOOK_MILLIS, FIRST_LOOK_MILLIS << Math.min(looks, 4));
        return Mono.firstWithSignal(
                advances.next().publishOn(Schedulers.parallel()), Mono.delay(Duration.ofMillis(millis)));
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
