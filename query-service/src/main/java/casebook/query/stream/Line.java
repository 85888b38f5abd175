package casebook.query.stream;

import reactor.core.publisher.Mono;

/** The connection on which a listener is told. */
public interface Line {

    /** Completes when the connection has taken all that was written to it; fails when it is gone. */
    Mono<Void> drained();

    /** Ends the connection at once, with all that it has not taken. */
    void cut();
}
