package casebook.command.incident.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Lets the lines of one batch that name the same id be filed one after the other, so that the first of them is the one that counts. */
final class Turns {

    private final Map<String, Sinks.Empty<Void>> underWay = new ConcurrentHashMap<>();

    /** The work, begun when that of the line which named this id last is done; to be asked for in the order of the lines. */
    <T> Mono<T> take(String id, Mono<T> work) {
        var done = Sinks.<Void>empty();
        var before = underWay.put(id, done);
        var turn = before == null ? work : before.asMono().then(work);
        return turn.doFinally(_ -> {
            underWay.remove(id, done);
            done.tryEmitEmpty();
        });
    }
}
