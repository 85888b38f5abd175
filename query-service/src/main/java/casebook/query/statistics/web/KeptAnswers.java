package casebook.query.statistics.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The answers that were made of tables. A question is answered once for all who ask it, and again when the ledger has gone on; who asks meanwhile, and where that takes
 * long, is given the answer that was the latest a moment ago, unless what is asked for is a later position.
 */
@Component
class KeptAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);

    private final TablesProperties properties;
    private final Cache<AskedTable, Answer> kept;
    private final ConcurrentHashMap<AskedTable, Underway> underway = new ConcurrentHashMap<>();

    KeptAnswers(TablesProperties properties) {
        this.properties = properties;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(properties.keep().toBytes())
                .<AskedTable, Answer>weigher((asked, answer) -> asked.bytes() + answer.bytes().length)
                .build();
    }

    /** An answer that serves at a moment. Who stops waiting leaves the others to it; a failure is not kept. */
    Mono<Answer> answer(AskedTable asked, Moment moment, Supplier<Mono<byte[]>> made) {
        return ofMade(asked, moment, () -> {
            var begun = System.nanoTime();
            return made.get().map(bytes -> Answer.of(moment, begun, bytes));
        });
    }

    /** The same, compressed by gzip once for all who take it so. */
    Mono<Answer> compressed(AskedTable asked, Moment moment, Supplier<Mono<byte[]>> made) {
        return ofMade(
                asked.compressed(),
                moment,
                () -> answer(asked, moment.ofTheLatest(), made)
                        .publishOn(Schedulers.boundedElastic())
                        .map(answer -> answer.with(gzip(answer.bytes()))));
    }

    private Mono<Answer> ofMade(AskedTable asked, Moment moment, Supplier<Mono<Answer>> made) {
        var needed = asked.isOfThePast() ? moment.ofAny() : moment;
        var known = known(asked, needed);
        if (known != null && stands(asked, known, moment)) {
            return Mono.just(known);
        }
        var making = make(asked, needed, made).answer();
        return known != null && known.wasLatestWithin(properties.staleFor())
                ? Mono.fromFuture(making.exceptionally(_ -> known), true)
                        .timeout(properties.patience(), Mono.just(known))
                : Mono.fromFuture(making, true);
    }

    private @Nullable Answer known(AskedTable asked, Moment needed) {
        var known = kept.getIfPresent(asked);
        return known != null && needed.isServedBy(known.position(), known.generation()) ? known : null;
    }

    private boolean stands(AskedTable asked, Answer known, Moment moment) {
        return asked.isOfThePast()
                || known.isLatest(moment.reached())
                || known.isFresh(properties.standFor(), properties.restAtMost());
    }

    /** One at a time, unless that one is of too early a position. */
    private Underway make(AskedTable asked, Moment moment, Supplier<Mono<Answer>> made) {
        var mine = new Underway(moment, new CompletableFuture<>());
        var making = underway.compute(asked, (_, other) -> other != null && other.serves(moment) ? other : mine);
        if (making == mine) {
            Mono.defer(made)
                    .doOnNext(answer -> kept.asMap().merge(asked, answer, KeptAnswers::later))
                    .doOnError(failure -> LOG.info("No answer was made of a table: {}", failure.toString()))
                    .doOnTerminate(() -> underway.remove(asked, mine))
                    .subscribe(mine.answer()::complete, mine.answer()::completeExceptionally);
        }
        return making;
    }

    private static Answer later(Answer before, Answer made) {
        return before.generation().equals(made.generation()) && before.position() > made.position() ? before : made;
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

    /** An answer that is being made, of the position that was the latest at a moment. */
    private record Underway(Moment moment, CompletableFuture<Answer> answer) {

        boolean serves(Moment other) {
            return other.isServedBy(moment.reached(), moment.generation());
        }
    }
}
