package casebook.benchmarks;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * An event storage engine, used as Axon uses it.
 *
 * @param end stops what runs beside the engine
 */
record AxonEngine(EventStorageEngine engine, Runnable end) implements Engine {

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        engine.appendEvents(events);
    }

    @Override
    public List<?> load(String aggregate) {
        return engine.readEvents(aggregate).asStream().map(AxonEngine::read).toList();
    }

    @Override
    public int replay(Consumer<Object> reader) {
        try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(null, false)) {
            return Math.toIntExact(
                    events.map(AxonEngine::read).peek(reader).mapToLong(_ -> 1).sum());
        }
    }

    @Override
    public void close() {
        end.run();
    }

    /** Metadata and payload are deserialised when they are asked for. */
    private static Object read(EventMessage<?> event) {
        event.getMetaData();
        return event.getPayload();
    }
}
