package casebook.query.attachments.view;

import casebook.attachments.AttachmentStore;
import casebook.attachments.FileUnreadable;
import casebook.events.ExhibitDetails;
import casebook.events.ExhibitEntered;
import casebook.events.ExhibitEvent;
import casebook.events.ExhibitFileAttached;
import casebook.events.ExhibitId;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Scope;
import casebook.ledger.LedgerReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

/** Finds the newest file of an exhibit in the ledger, and gives its bytes if they are those that the ledger names. Nothing here blocks the caller. */
@Component
public final class AttachedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AttachedFiles.class);
    private static final int BUFFER = 64 * 1024;
    private static final int RETRY_AFTER_SECONDS = 1;

    private final LedgerReader ledger;
    private final AttachmentStore store;
    private final Counter altered;

    AttachedFiles(LedgerReader ledger, AttachmentStore store, MeterRegistry metrics) {
        this.ledger = ledger;
        this.store = store;
        this.altered = Counter.builder("casebook.attachments.altered")
                .description("Reads of files whose bytes were not those that were attached")
                .register(metrics);
    }

    /**
     * Empty if there is no such exhibit in the scope, or no file of it.
     *
     * @param minPosition that the ledger must have reached; a problem if it has not
     */
    public Mono<AttachedFile> newest(ExhibitId id, Scope scope, long minPosition) {
        return blocking(() -> {
                    var position = ledger.position();
                    if (position < minPosition) {
                        throw new ProblemException(Problem.of("projection-behind", HttpStatus.SERVICE_UNAVAILABLE)
                                .with("retryAfter", RETRY_AFTER_SECONDS));
                    }
                    return new Found(exhibit(id, position), position);
                })
                .mapNotNull(found -> found.in(scope));
    }

    private @Nullable ExhibitDetails exhibit(ExhibitId id, long position) {
        ExhibitDetails exhibit = null;
        for (var message : ledger.events(id.toString(), position)) {
            if (message.getPayload() instanceof ExhibitEntered entered) {
                exhibit = ExhibitDetails.of(entered);
            } else if (exhibit != null) {
                exhibit = exhibit.after((ExhibitEvent) message.getPayload());
            }
        }
        return exhibit;
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

    private record Found(@Nullable ExhibitDetails exhibit, long position) {

        private @Nullable AttachedFile in(Scope scope) {
            return exhibit != null
                            && exhibit.file() != null
                            && scope.covers(exhibit.station(), exhibit.stationProvince())
                    ? new AttachedFile(exhibit.file(), position)
                    : null;
        }
    }
}
