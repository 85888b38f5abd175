package casebook.command.web;

import java.io.InputStream;
import java.util.Iterator;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The body of a request as it arrives: a read gives what is there, where Spring's own stream waits until the whole buffer can be filled. Blocks while
 * nothing is there; holds a few chunks at most.
 */
public final class ArrivingBody extends InputStream {

    private static final int CHUNKS_AHEAD = 4;

    /** The most that is passed over of a body that nobody wants. */
    private static final long MOST_PASSED_OVER = 256L * 1024 * 1024;

    private final Sinks.Empty<Void> closed = Sinks.empty();
    private final Stream<byte[]> body;
    private final Iterator<byte[]> chunks;
    private byte[] chunk = new byte[0];
    private int next;
    private volatile boolean complete;

    public ArrivingBody(Flux<DataBuffer> body) {
        this.body = body.map(ArrivingBody::bytes)
                .doOnComplete(() -> complete = true)
                .takeUntilOther(closed.asMono())
                .toStream(CHUNKS_AHEAD);
        this.chunks = this.body.iterator();
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    @Override
    public int read() {
        return hasMore() ? Byte.toUnsignedInt(chunk[next++]) : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (!hasMore()) {
            return -1;
        }
        int some = Math.min(length, chunk.length - next);
        System.arraycopy(chunk, next, into, offset, some);
        next += some;
        return some;
    }

    /** Whether the body came to its end; a reader that has met the end of a body that was broken off cannot tell otherwise. */
    public boolean isComplete() {
        return complete;
    }

    /** Reads on to the end for nothing, within bounds. */
    public void passOver() {
        for (long passed = 0; passed < MOST_PASSED_OVER && hasMore(); passed += chunk.length) {
            next = chunk.length;
        }
    }

    private boolean hasMore() {
        while (next == chunk.length && chunks.hasNext()) {
            chunk = chunks.next();
            next = 0;
        }
        return next < chunk.length;
    }

    /** Wakes who waits for more: closing the stream alone would let it wait for ever. */
    @Override
    public void close() {
        closed.tryEmitEmpty();
        body.close();
    }
}
