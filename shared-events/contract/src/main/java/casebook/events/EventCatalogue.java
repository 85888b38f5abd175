package casebook.events;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All the events that Casebook writes, with the names that they are stored under. */
public final class EventCatalogue {

    private EventCatalogue() {}

    public static List<Entry> entries() {
        return eventsOf(CasebookEvent.class).map(Entry::of).toList();
    }

    private static Stream<Class<?>> eventsOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCatalogue::eventsOf)
                : Stream.of(type);
    }

    /** One event type. */
    public record Entry(Class<?> type, String name, int revision) {

        private static Entry of(Class<?> type) {
            var stored = Objects.requireNonNull(type.getAnnotation(StoredAs.class), type::getName);
            return new Entry(type, stored.value(), stored.revision());
        }
    }
}
