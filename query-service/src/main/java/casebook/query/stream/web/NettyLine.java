package casebook.query.stream.web;

import casebook.query.stream.Line;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Mono;
import reactor.netty.FutureMono;
import reactor.netty.http.server.HttpServerRequest;

/** The connection of a request, with little room for what its other side does not take. */
final class NettyLine implements Line {

    /** Linux gives twice as much. */
    private static final int SEND_BUFFER_BYTES = 64 << 10;

    private final Channel channel;

    private NettyLine(Channel channel) {
        this.channel = channel;
    }

    /** @param silence after how long without a sign from the other side the kernel ends the connection, where it can */
    static NettyLine of(ServerHttpRequest request, Duration silence) {
        var found = new AtomicReference<Channel>();
        ServerHttpRequestDecorator.<HttpServerRequest>getNativeRequest(request)
                .withConnection(connection -> found.set(connection.channel()));
        var channel = found.get();
        channel.config().setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES);
        if (channel instanceof EpollSocketChannel epoll) {
            epoll.config().setTcpUserTimeout(Math.toIntExact(silence.toMillis()));
        }
        return new NettyLine(channel);
    }

    /** A write of nothing is done when all writes before it are; the server's own writing asks for more long before. */
    @Override
    public Mono<Void> drained() {
        return FutureMono.deferFuture(() -> channel.writeAndFlush(Unpooled.EMPTY_BUFFER));
    }

    /** With a reset, for else the kernel would keep for minutes what nobody takes. */
    @Override
    public void cut() {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }
}
