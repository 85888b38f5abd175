package casebook.command.handling;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;

/** Axon with real aggregates and command handlers on an event store in memory, for tests of many commands or of several aggregates. */
public final class InMemoryAxon {

    private final InMemoryEventStorageEngine ledger = new InMemoryEventStorageEngine();
    private final Configuration axon;
    private final Commands commands;

    /** @param features the aggregates and command handlers */
    public InMemoryAxon(UnaryOperator<Configurer> features) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        var base = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> ledger)
                .configureCorrelationDataProviders(configuration -> List.of(new Origin()));
        axon = features.apply(base).start();
        axon.commandBus().registerHandlerInterceptor(new TicketInterceptor());
        commands = new Commands(axon.commandBus(), new SimpleMeterRegistry());
    }

    /** Events of one aggregate, after those that it has. */
    public void given(String type, Object aggregate, List<?> events) {
        var version = events(aggregate).count();
        for (var event : events) {
            ledger.appendEvents(new GenericDomainEventMessage<>(type, aggregate.toString(), version++, event));
        }
    }

    public Outcome give(Object command, Terms terms) {
        return commands.give(command, terms).outcome();
    }

    /** The events of one aggregate. */
    public Stream<Object> events(Object aggregate) {
        return ledger.readEvents(aggregate.toString()).asStream().map(Message::getPayload);
    }

    /** All events in the order of their recording. */
    public List<Object> recorded() {
        return ledger.readEvents(null, false)
                .<Object>map(message -> message.getPayload())
                .toList();
    }
}
