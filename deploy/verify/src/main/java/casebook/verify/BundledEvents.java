package casebook.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of a bundle: in the order of the ledger, and of each incident, case or other thing none left out. */
final class BundledEvents {

    private BundledEvents() {}

    static List<BundledEvent> read(Bundle bundle) throws IOException {
        List<BundledEvent> events = new ArrayList<>();
        try (Lines lines = Lines.of(new ByteArrayInputStream(bundle.bytes(Bundle.EVENTS)))) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                events.add(BundledEvent.read(line, events.size() + 1L));
            }
        }
        return events;
    }

    /** Checks that indexes rise. */
    static void requireOrder(List<BundledEvent> events) {
        for (int i = 1; i < events.size(); i++) {
            long before = events.get(i - 1).index();
            long index = events.get(i).index();
            if (index == before) {
                throw Wrong.Kind.ADDED.with(
                        "Event %d is there twice, on lines %d and %d of %s.".formatted(index, i, i + 1, Bundle.EVENTS));
            }
            if (index < before) {
                throw Wrong.Kind.REORDERED.with("Event %d stands after event %d, on line %d of %s."
                        .formatted(index, before, i + 1, Bundle.EVENTS));
            }
        }
    }

    /** Checks that the events of each thing are numbered 0, 1, 2 and so on. Only the newest can be left out unseen. */
    static void requireComplete(List<BundledEvent> events) {
        Map<String, Long> next = new HashMap<>();
        for (BundledEvent event : events) {
            long expected = next.getOrDefault(event.aggregate(), 0L);
            if (event.sequence() != expected) {
                throw Wrong.Kind.MISSING.with("Before event %d, event number %d of %s is not there."
                        .formatted(event.index(), expected, event.aggregate()));
            }
            next.put(event.aggregate(), expected + 1);
        }
    }
}
