package casebook.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** What one caller hands over: events that become durable together or not at all, and the answer that the caller waits for. */
final class Append {

    private final List<PendingEvent> events;
    private final Set<EventKey> keys;
    private final CompletableFuture<Long> answer = new CompletableFuture<>();

    /**
     * @throws DuplicateEvent if two of the events have the same key or the same id, which no index on the collection would notice
     *     within one document
     * @throws AppendTooLarge if the events cannot become one document
     */
    Append(List<PendingEvent> events) {
        int size = Commit.sizeOf(events);
        if (size > Commit.BYTES_LIMIT) {
            throw new AppendTooLarge(events.size(), size, Commit.BYTES_LIMIT);
        }
        this.events = List.copyOf(events);
        this.keys = events.stream().map(PendingEvent::key).collect(Collectors.toUnmodifiableSet());
        checkDistinct();
    }

    static List<Append> unanswered(List<Append> appends) {
        return appends.stream().filter(append -> !append.answer.isDone()).toList();
    }

    static boolean anyUnanswered(List<Append> appends) {
        return !unanswered(appends).isEmpty();
    }

    List<PendingEvent> events() {
        return events;
    }

    Set<EventKey> keys() {
        return keys;
    }

    /** Completes with the index of the last event. */
    CompletableFuture<Long> answer() {
        return answer;
    }

    /** Refuses the append if the ledger has one of its keys. */
    void refuseIfIn(Set<EventKey> recorded) {
        for (int place = 0; place < events.size(); place++) {
            EventKey key = events.get(place).key();
            if (recorded.contains(key)) {
                answer.completeExceptionally(new DuplicateEvent("The ledger has an event of " + key, place));
                return;
            }
        }
    }

    private void checkDistinct() {
        Set<EventKey> seenKeys = new HashSet<>();
        Set<String> seenIds = new HashSet<>();
        for (int place = 0; place < events.size(); place++) {
            PendingEvent event = events.get(place);
            if (!seenKeys.add(event.key()) || !seenIds.add(event.id())) {
                throw new DuplicateEvent("Appended twice at once: " + event.key() + ", id " + event.id(), place);
            }
        }
    }
}
