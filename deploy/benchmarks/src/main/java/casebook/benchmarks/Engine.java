package casebook.benchmarks;

import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;

/** A store of events while it is open. Safe for several callers at a time. */
interface Engine extends AutoCloseable {

    /** Returns when the events are durable, all of them or none. */
    void append(List<? extends DomainEventMessage<?>> events);

    /** An aggregate's events as their reader gets them: payloads, or documents where there is nobody who deserialises. */
    List<?> load(String aggregate);

    /** Gives all events as their reader gets them, in the order of the store, and says how many they were. */
    int replay(Consumer<Object> reader);

    @Override
    void close();
}
