package casebook.command.handling;

import casebook.events.EventJson;
import casebook.http.Caller;
import casebook.http.Role;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is recorded of one thing, as far as there is room for it: whoever shows the thing holds it in one document, of which MongoDB stores 16 MB. A command has room
 * left where stations have none, so that it can still bring a case to its end. What an admin and the service itself record has always room: persons erased, deadlines
 * missed, files that were found altered, of each as many as there are.
 *
 * @param <E> the events of its stream
 */
final class Contents<E> {

    /** Bytes of the events' JSON behind which a station may record nothing more. */
    static final long ROOM_FOR_STATIONS = 4L << 20;

    static final long ROOM_FOR_COMMANDS = 2 * ROOM_FOR_STATIONS;

    /** No event is longer, as its line in the ledger is not. */
    private static final long LONGEST_EVENT = 65_535;

    private static final JsonMapper JSON = EventJson.mapper();

    private final List<E> events = new ArrayList<>();

    void add(E event) {
        events.add(event);
    }

    boolean leaveNoRoomFor(Caller caller) {
        return !caller.has(Role.ADMIN) && fill(caller.has(Role.COMMAND) ? ROOM_FOR_COMMANDS : ROOM_FOR_STATIONS);
    }

    /** Events are measured only where there are so many that they can fill the room: nearly never. */
    private boolean fill(long room) {
        return events.size() * LONGEST_EVENT >= room
                && events.stream().mapToLong(Contents::bytes).sum() >= room;
    }

    private static long bytes(Object event) {
        return JSON.writeValueAsBytes(event).length;
    }
}
