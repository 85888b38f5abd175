package casebook.query.statistics.web;

import casebook.query.projection.EarlierReading;
import casebook.query.projection.Reading;
import casebook.query.statistics.projection.StatisticsModel;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A reading at a position that stands for a while, and the answers that were made of it. As long as it stands, a question is answered
 * once, however many ask it; what the caller may see is part of the question.
 *
 * @param reading of which the latest may be ahead of the position
 * @param since by {@link System#nanoTime}
 */
record StandingTables(EarlierReading reading, String generation, long since, AsyncCache<Kept, byte[]> answers) {

    /** @param most how many bytes of answers are kept */
    static StandingTables at(Reading reading, long most) {
        return new StandingTables(
                new EarlierReading(reading, reading.position()),
                new StatisticsModel(reading).generation(),
                System.nanoTime(),
                Caffeine.newBuilder()
                        .maximumWeight(most)
                        .<Kept, byte[]>weigher((kept, answer) -> kept.bytes() + answer.length)
                        .buildAsync());
    }

    long position() {
        return reading.position();
    }

    /** The same with what is stored now; another generation stores its own. */
    StandingTables of(Reading latest) {
        return new StandingTables(new EarlierReading(latest, position()), generation, since, answers);
    }

    boolean standsFor(Reading latest, long atLeast, Duration time) {
        return isOfGeneration(latest)
                && atLeast <= position()
                && (position() == latest.position()
                        || position() < latest.position() && System.nanoTime() - since < time.toNanos());
    }

    boolean isAheadOf(Reading latest) {
        return isOfGeneration(latest) && position() > latest.position();
    }

    private boolean isOfGeneration(Reading latest) {
        return generation.equals(new StatisticsModel(latest).generation());
    }

    /** Who stops waiting leaves the others to it; a failure is not kept. */
    Mono<byte[]> answer(TableQuestion question, Supplier<Mono<byte[]>> made) {
        return keep(new Kept(question, false), made);
    }

    /** The same, compressed by gzip once for all who take it so. */
    Mono<byte[]> compressed(TableQuestion question, Supplier<Mono<byte[]>> made) {
        return keep(new Kept(question, true), () -> answer(question, made).map(StandingTables::gzip));
    }

    /** Made on another thread: the map is locked as long as it is told how, and what is made may ask it for more. */
    private Mono<byte[]> keep(Kept kept, Supplier<Mono<byte[]>> made) {
        return Mono.fromFuture(
                () -> answers.get(
                        kept,
                        (_, _) -> Mono.defer(made)
                                .subscribeOn(Schedulers.boundedElastic())
                                .toFuture()),
                true);
    }

    private static byte[] gzip(byte[] answer) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    /** What an answer is kept under. */
    record Kept(TableQuestion question, boolean gzip) {

        private static final int BYTES = 500;
        private static final int BYTES_OF_AN_ID = 100;

        /** How much memory it takes, about. */
        int bytes() {
            return BYTES + BYTES_OF_AN_ID * question.sight().hidden().size();
        }
    }
}
