package casebook.benchmarks.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Thousands who listen, on one thread, which reads no more than it must to know what arrives when. */
final class Crowd implements AutoCloseable {

    private static final int PAUSE_EVERY = 50;
    private static final int BUFFER_BYTES = 64 << 10;

    private final Selector selector = Selector.open();
    private final List<Member> members = new ArrayList<>();
    private final Thread thread = Thread.ofPlatform().name("crowd").unstarted(this::listen);
    private final Arrivals arrivals;

    Crowd(Arrivals arrivals) throws IOException {
        this.arrivals = arrivals;
    }

    /** Connects so many, from the beginning of the ledger. */
    void gather(int port, int listeners) throws IOException, InterruptedException {
        for (int number = 0; number < listeners; number++) {
            var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            var request = "GET /api/v1/stream?after=0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                    .formatted(Stations.token(number));
            channel.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
            channel.configureBlocking(false);
            var member = new Member(number);
            members.add(member);
            channel.register(selector, SelectionKey.OP_READ, member);
            if (number % PAUSE_EVERY == 0) {
                Thread.sleep(10);
            }
        }
        thread.start();
    }

    long threadId() {
        return thread.threadId();
    }

    /** Whether all have been answered. */
    boolean isThere() {
        return members.stream().allMatch(Member::isAnswered);
    }

    /** Whether each analyst, who may see everything, has been told the event at a position, or is told nothing more. */
    boolean hasHeard(int position) {
        return analysts().allMatch(analyst -> analyst.last() >= position || analyst.isEnded());
    }

    /** How many analysts have not been told each event up to a position once, one after the other. */
    long misinformed(int position) {
        return analysts()
                .filter(analyst -> analyst.last() != position || analyst.astray() > 0)
                .count();
    }

    /** How many have been told the end, or were cut off. */
    long ended() {
        return members.stream().filter(Member::isEnded).count();
    }

    private Stream<Member> analysts() {
        return members.stream().filter(member -> Stations.isAnalyst(member.number()));
    }

    private void listen() {
        var buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try {
            while (selector.isOpen()) {
                selector.select(key -> read(key, buffer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key, ByteBuffer buffer) {
        var member = (Member) key.attachment();
        try {
            if (((SocketChannel) key.channel()).read(buffer.clear()) < 0) {
                key.cancel();
                member.end();
            }
            member.read(buffer.flip(), arrivals);
        } catch (IOException gone) {
            key.cancel();
            member.end();
        }
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
