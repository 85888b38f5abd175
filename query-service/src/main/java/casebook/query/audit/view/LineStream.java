package casebook.query.audit.view;

import casebook.ledger.LedgerLine;
import casebook.ledger.LedgerLines;
import com.mongodb.MongoInterruptedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/**
 * Lines of the ledger as bytes, an LF behind each: exactly the bytes that were hashed. They are read from the ledger on a thread that
 * may block, some at a time, and only as fast as the client takes them.
 */
final class LineStream {

    /** Bounds memory per request, and how long a search that finds nothing does not notice that its client is gone. */
    private static final int LINES_AT_A_TIME = 256;

    private final LedgerLines lines;
    private final Predicate<LedgerLine> wanted;
    private long remaining;

    private LineStream(LedgerLines lines, Predicate<LedgerLine> wanted, long limit) {
        this.lines = lines;
        this.wanted = wanted;
        this.remaining = limit;
    }

    /** @param open may block; what it opens is closed at the end, also when the client goes away */
    static Flux<DataBuffer> of(Callable<LedgerLines> open, Predicate<LedgerLine> wanted, long limit) {
        return Flux.generate(() -> new LineStream(open.call(), wanted, limit), LineStream::emit, LineStream::close)
                .filter(bytes -> bytes.length > 0)
                .<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private LineStream emit(SynchronousSink<byte[]> sink) {
        try {
            var bytes = new ByteArrayOutputStream();
            for (int read = 0; read < LINES_AT_A_TIME && remaining > 0 && lines.hasNext(); read++) {
                append(lines.next(), bytes);
            }
            sink.next(bytes.toByteArray());
            if (remaining == 0 || !lines.hasNext()) {
                sink.complete();
            }
        } catch (MongoInterruptedException clientIsGone) {
            sink.complete();
        }
        return this;
    }

    private void append(LedgerLine line, ByteArrayOutputStream bytes) {
        if (wanted.test(line)) {
            bytes.writeBytes(line.line().getBytes(StandardCharsets.UTF_8));
            bytes.write('\n');
            remaining--;
        }
    }

    /** May be called on the event loop, and closing a cursor speaks to the server. */
    private void close() {
        Schedulers.boundedElastic().schedule(lines::close);
    }
}
