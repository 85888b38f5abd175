package casebook.query.projection;

import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;

/** One generation of a projection at work: an Axon processor of one segment, so that events come in the ledger's order. */
final class GenerationProcessor {

    private final Generation generation;
    private final SequencedDeadLetterQueue<EventMessage<?>> deadLetters;
    private final DeadLetteringEventHandlerInvoker invoker;
    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService threads;

    GenerationProcessor(
            Generation generation,
            BatchedEvents events,
            SequencedDeadLetterQueue<EventMessage<?>> deadLetters,
            ProcessorParts parts) {
        this.generation = generation;
        this.deadLetters = deadLetters;
        this.invoker = DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(events)
                .queue(deadLetters)
                .transactionManager(NoTransactionManager.instance())
                .enableSequenceIdentifierCache()
                .build();
        this.threads = new ProcessorThreads(generation.key());
        this.processor = PooledStreamingEventProcessor.builder()
                .name(generation.key())
                .eventHandlerInvoker(invoker)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .messageSource(parts.source())
                .tokenStore(parts.tokens())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(ProcessorThreads.kept(parts.properties().watchEvery()))
                .claimExtensionThreshold(
                        ProcessorThreads.kept(parts.properties().claimTimeout().dividedBy(3)))
                .batchSize(parts.properties().batchSize())
                .build();
        processor.registerHandlerInterceptor(events);
    }

    void start() {
        processor.start();
    }

    /** Comes back when the batch in hand is done. */
    void stop() {
        processor.shutDown();
        threads.shutdown();
    }

    Generation generation() {
        return generation;
    }

    /** Whether it cannot go on and tries again and again. */
    boolean isInError() {
        return processor.isError();
    }

    long deadLetters() {
        return deadLetters.size();
    }

    /** Goes once through all aggregates that have dead letters. */
    void processDeadLetters() {
        var sequences = deadLetters.amountOfSequences();
        for (long sequence = 0; sequence < sequences; sequence++) {
            invoker.processAny();
        }
    }
}
