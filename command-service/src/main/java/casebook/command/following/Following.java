package casebook.command.following;

import casebook.ledger.LedgerMessageSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * One follower at work: an Axon processor of one segment, so that events come in the ledger's order, and of all instances on the same tokens to one alone. A batch
 * that fails comes again.
 */
public final class Following implements SmartLifecycle {

    static final UnaryOperator<Long> FROM_THE_FIRST = _ -> 0L;

    private final Follower follower;
    private final LedgerMessageSource source;
    private final TokenStore tokens;
    private final UnaryOperator<Long> first;
    private final FollowingProperties properties;
    private @Nullable Running running;

    /** @param first where it begins that has no token yet, by the number of events that are there */
    Following(
            Follower follower,
            LedgerMessageSource source,
            TokenStore tokens,
            UnaryOperator<Long> first,
            FollowingProperties properties) {
        this.follower = follower;
        this.source = source;
        this.tokens = tokens;
        this.first = first;
        this.properties = properties;
    }

    /** Whether it is this instance that the events come to. */
    public synchronized boolean isHere() {
        return running != null && !running.processor().processingStatus().isEmpty();
    }

    /** The number of events that it has taken, as far as this instance knows. */
    public synchronized long position() {
        return running == null
                ? 0
                : running.processor().processingStatus().values().stream()
                        .mapToLong(status -> 1 + status.getCurrentPosition().orElse(-1))
                        .findFirst()
                        .orElse(0);
    }

    @Override
    public synchronized void start() {
        // One thread coordinates, one works.
        var threads = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name(follower.name() + "-", 0).daemon().factory());
        running = new Running(threads, processor(threads));
        running.processor().start();
    }

    private PooledStreamingEventProcessor processor(ScheduledExecutorService threads) {
        return PooledStreamingEventProcessor.builder()
                .name(follower.name())
                .eventHandlerInvoker(new WholeBatches(follower, properties))
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .initialToken(ledger -> before(first.apply(after(ledger.createHeadToken()))))
                .claimExtensionThreshold(properties.claimTimeout().toMillis() / 3)
                .batchSize(properties.batchSize())
                .build();
    }

    private static long after(TrackingToken token) {
        return 1 + token.position().orElse(-1);
    }

    private static TrackingToken before(long index) {
        return new GlobalSequenceTrackingToken(index - 1);
    }

    /** Comes back when the batch in hand is done. */
    @Override
    public synchronized void stop() {
        if (running != null) {
            running.processor().shutDown();
            running.threads().shutdown();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** Stopped after the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    private record Running(ScheduledExecutorService threads, PooledStreamingEventProcessor processor) {}

    /** Hands on a batch with its last event, and rests after one that had room for more. */
    private record WholeBatches(Follower follower, FollowingProperties properties) implements EventHandlerInvoker {

        @Override
        public boolean canHandle(EventMessage<?> message, Segment segment) {
            return true;
        }

        @Override
        public void handle(EventMessage<?> message, Segment segment) {
            var batch = (BatchingUnitOfWork<?>) CurrentUnitOfWork.get();
            if (batch.isLastMessage()) {
                var events = batch.getMessages().stream()
                        .map(one -> FollowedEvent.of((EventMessage<?>) one))
                        .toList();
                follower.take(events);
                if (events.size() < properties.batchSize()) {
                    batch.afterCommit(
                            _ -> LockSupport.parkNanos(properties.rest().toNanos()));
                }
            }
        }
    }
}
