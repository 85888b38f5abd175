package casebook.query.exports;

import casebook.query.platform.VirtualThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.HttpMessageWriter;
import reactor.core.publisher.Mono;

/** Sends downloads as they are written; the reader's pace is the writer's. */
final class DownloadWriter implements HttpMessageWriter<Download> {

    @Override
    public List<MediaType> getWritableMediaTypes() {
        return List.of(MediaType.ALL);
    }

    @Override
    public boolean canWrite(ResolvableType elementType, @Nullable MediaType mediaType) {
        return elementType.toClass() == Download.class;
    }

    @Override
    public Mono<Void> write(
            Publisher<? extends Download> downloads,
            ResolvableType elementType,
            @Nullable MediaType mediaType,
            ReactiveHttpOutputMessage message,
            Map<String, Object> hints) {
        return Mono.from(downloads)
                .flatMap(download -> message.writeWith(DataBufferUtils.outputStreamPublisher(
                        out -> write(download, out), message.bufferFactory(), VirtualThreads.EXECUTOR)));
    }

    private static void write(Download download, OutputStream out) {
        try {
            download.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
