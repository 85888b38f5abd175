package casebook.events;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All the events that Casebook writes, with the names that they are stored under. */
public final class EventCatalogue {

    private EventCatalogue() {}

    public static List<Entry> entries() {
        return eventsOf(CasebookEvent.class)
                .map(EventCatalogue::storedType)
                .distinct()
                .map(Entry::of)
                .toList();
    }

    /** The name that an event is stored under. */
    public static String nameOf(CasebookEvent event) {
        return Entry.of(storedType(event.getClass())).name();
    }

    private static Stream<Class<?>> eventsOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCatalogue::eventsOf)
                : Stream.of(type);
    }

    /** The event's class, or the interface under whose one name events of several streams are stored. */
    private static Class<?> storedType(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
                .filter(candidate -> candidate.isAnnotationPresent(StoredAs.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " has no stored name"));
    }

    /**
     * One event type.
     *
     * @param type what it is read as: a record, or a sealed interface over records that their members tell apart
     */
    public record Entry(Class<?> type, String name, int revision) {

        private static Entry of(Class<?> type) {
            var stored = Objects.requireNonNull(type.getAnnotation(StoredAs.class), type::getName);
            return new Entry(type, stored.value(), stored.revision());
        }
    }
}
