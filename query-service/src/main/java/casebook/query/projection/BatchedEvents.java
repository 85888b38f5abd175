package casebook.query.projection;

import io.micrometer.core.instrument.Timer;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a processor's events to the projection in batches. It stands in the processor twice: around each message, to begin a batch
 * before its first event and to write it after its last, so that a failure there repeats the batch; and as the handler of the event,
 * where a failure makes the event a dead letter.
 */
final class BatchedEvents implements MessageHandlerInterceptor<EventMessage<?>>, EventMessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(BatchedEvents.class);
    private static final String BATCH = BatchedEvents.class.getName();

    private final Projection projection;
    private final ModelCollections collections;
    private final Generation generation;
    private final Progress progress;
    private final Timer timer;

    BatchedEvents(
            Projection projection,
            ModelCollections collections,
            Generation generation,
            Progress progress,
            Timer timer) {
        this.projection = projection;
        this.collections = collections;
        this.generation = generation;
        this.progress = progress;
        this.timer = timer;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var events = (BatchingUnitOfWork<?>) unitOfWork;
        if (events.isFirstMessage()) {
            unitOfWork.resources().put(BATCH, begin(events));
        }
        Open open = unitOfWork.getResource(BATCH);
        open.next();
        Object result = chain.proceed();
        open.batch.relieve();
        if (events.isLastMessage()) {
            open.batch.write();
            unitOfWork.afterCommit(
                    _ -> progress.advanced(generation, open.event().position()));
            open.sample.stop(timer);
        }
        return result;
    }

    private Open begin(BatchingUnitOfWork<?> events) {
        var sample = Timer.start();
        var upcoming = events.getMessages().stream()
                .map(message -> LedgerEvent.of((EventMessage<?>) message))
                .toList();
        return new Open(projection.begin(collections, upcoming), upcoming, sample);
    }

    /** Outside a batch stands a dead letter that is processed again. */
    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        Open open = CurrentUnitOfWork.get().getResource(BATCH);
        if (open != null) {
            applyOrReport(open.batch, open.event());
        } else {
            var event = LedgerEvent.of(message);
            var batch = projection.begin(collections, List.of(event));
            applyOrReport(batch, event);
            batch.write();
        }
        return null;
    }

    private void applyOrReport(Projection.Batch batch, LedgerEvent event) {
        try {
            batch.apply(event);
        } catch (RuntimeException e) {
            LOG.warn("{} cannot apply the event at {}; its aggregate waits", generation.key(), event.index(), e);
            throw e;
        }
    }

    /** A batch at work, and the event of it that is in hand. */
    private static final class Open {

        private final Projection.Batch batch;
        private final List<LedgerEvent> events;
        private final Timer.Sample sample;
        private int begun;

        private Open(Projection.Batch batch, List<LedgerEvent> events, Timer.Sample sample) {
            this.batch = batch;
            this.events = events;
            this.sample = sample;
        }

        private void next() {
            begun++;
        }

        private LedgerEvent event() {
            return events.get(begun - 1);
        }
    }
}
