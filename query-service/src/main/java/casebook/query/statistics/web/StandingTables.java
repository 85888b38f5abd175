package casebook.query.statistics.web;

import casebook.query.projection.Reading;
import casebook.query.statistics.projection.StatisticsModel;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.function.Supplier;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * A reading at a position that stands for a while, and the answers that were made of it. As long as it stands, a question is answered
 * once, however many ask it; what the caller may see is part of the question.
 *
 * @param latest may be ahead of the position
 * @param since by {@link System#nanoTime}
 */
record StandingTables(
        long position, Reading latest, String generation, long since, AsyncCache<TableQuestion, byte[]> answers)
        implements Reading {

    /** @param most how many bytes of answers are kept */
    static StandingTables at(Reading reading, long most) {
        return new StandingTables(
                reading.position(),
                reading,
                new StatisticsModel(reading).generation(),
                System.nanoTime(),
                Caffeine.newBuilder()
                        .maximumWeight(most)
                        .<TableQuestion, byte[]>weigher((_, answer) -> answer.length)
                        .buildAsync());
    }

    @Override
    public MongoCollection<Document> collection(String baseName) {
        return latest.collection(baseName);
    }

    /** The same with what is stored now; another generation stores its own. */
    StandingTables of(Reading reading) {
        return new StandingTables(position, reading, generation, since, answers);
    }

    boolean standsFor(Reading reading, long atLeast, Duration time) {
        return isOfGeneration(reading)
                && atLeast <= position
                && (position == reading.position()
                        || position < reading.position() && System.nanoTime() - since < time.toNanos());
    }

    boolean isAheadOf(Reading reading) {
        return isOfGeneration(reading) && position > reading.position();
    }

    private boolean isOfGeneration(Reading reading) {
        return generation.equals(new StatisticsModel(reading).generation());
    }

    /** Who stops waiting leaves the others to it; a failure is not kept. */
    Mono<byte[]> answer(TableQuestion question, Supplier<Mono<byte[]>> made) {
        return Mono.fromFuture(() -> answers.get(question, (_, _) -> made.get().toFuture()), true);
    }
}
