package casebook.query.attachments.view;

import casebook.attachments.AttachmentStore;
import casebook.attachments.FileUnreadable;
import casebook.events.ExhibitFileAttached;
import casebook.http.Problem;
import casebook.http.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Gives the bytes of an exhibit's file if they are those that the ledger names. Nothing here blocks the caller. */
@Component
public final class AttachedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AttachedFiles.class);
    private static final int BUFFER = 64 * 1024;

    private final AttachmentStore store;
    private final Counter altered;

    AttachedFiles(AttachmentStore store, MeterRegistry metrics) {
        this.store = store;
        this.altered = Counter.builder("casebook.attachments.altered")
                .description("Reads of files whose bytes were not those that were attached")
                .register(metrics);
    }

    /** The bytes, after all of them were read once and found to be those that were attached; else the problem {@code attachment-altered} (500). */
    public Mono<Flux<DataBuffer>> bytes(ExhibitFileAttached attached) {
        return blocking(() -> isAsAttached(attached)).map(intact -> {
            if (!intact) {
                altered.increment();
                throw new ProblemException(Problem.of("attachment-altered", HttpStatus.INTERNAL_SERVER_ERROR));
            }
            return DataBufferUtils.readInputStream(
                            () -> store.open(attached.file()), DefaultDataBufferFactory.sharedInstance, BUFFER)
                    .subscribeOn(Schedulers.boundedElastic());
        });
    }

    private boolean isAsAttached(ExhibitFileAttached attached) {
        try {
            if (store.hash(attached.file()).equals(attached.sha256())) {
                return true;
            }
            LOG.error("File {} of exhibit {} is not what was attached", attached.file(), attached.exhibit());
        } catch (FileUnreadable e) {
            LOG.error("File {} of exhibit {} cannot be read", attached.file(), attached.exhibit(), e);
        }
        return false;
    }

    private static <T> Mono<T> blocking(Callable<T> read) {
        return Mono.fromCallable(read).subscribeOn(Schedulers.boundedElastic());
    }
}
